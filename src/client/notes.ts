/**
 * Traced words can be pressed as a whole, names open their note in place, and a note keeps off the words it is about.
 * Without this the number behind the words opens the note, and a name leads to its entry.
 */
let word: HTMLElement | undefined;
let openBefore: Element | null = null;

/** Ties a note to all the words it is about, not to the number behind the last of them. */
function tie(note: HTMLElement, to: HTMLElement): void {
	word?.style.removeProperty('anchor-name');
	word = to;
	word.style.setProperty('anchor-name', '--word');
	note.style.setProperty('position-anchor', '--word');
}

// A press beside an open note closes it, before the press is told as a click.
addEventListener(
	'pointerdown',
	() => {
		openBefore = document.querySelector('.note:popover-open');
	},
	true,
);

addEventListener('click', (event) => {
	const { target } = event;
	const pressed = target instanceof Element ? target.closest<HTMLElement>('.ref') : null;
	if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
	const number = pressed.querySelector('button');
	const note = document.getElementById(number?.getAttribute('popovertarget') ?? pressed.dataset['note'] ?? '');
	if (!note?.showPopover) return;
	tie(note, pressed);
	const closed = openBefore === note;
	openBefore = null;
	if (number?.contains(target as Node)) return;
	// Who marks text to copy it does not ask for its source.
	if (getSelection()?.toString()) return;
	event.preventDefault();
	if (closed) return;
	if (number) number.click();
	else note.togglePopover({ source: pressed });
});

addEventListener(
	'toggle',
	({ target }) => {
		if (!(target instanceof HTMLElement && target.matches('.note:popover-open')) || !word) return;
		// A browser that cannot place a note beside its words has it at the bottom: they go above it.
		const under = word.getBoundingClientRect().bottom - target.getBoundingClientRect().top;
		if (!CSS.supports('anchor-name', '--word') && under > 0) scrollBy(0, under + 16);
	},
	true,
);
