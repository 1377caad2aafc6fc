/** Tells the page around the frame how high the chart is, each time that changes. Nothing but the height is sent. */
const main = document.querySelector('main');
const id = document.querySelector('figure')?.id ?? '';

if (main && parent !== window) {
	const report = (): void => {
		// Any site may show the chart, so any may be told its height.
		parent.postMessage({ type: 'chart:height', id, height: Math.ceil(main.getBoundingClientRect().height) }, '*');
	};
	new ResizeObserver(report).observe(main);
}
