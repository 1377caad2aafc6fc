const SVG = 'http://www.w3.org/2000/svg';
/** Farther than this from every mark, in units of the drawing, a pointer means none of them. */
const REACH = 60;
const PADDING = 5;

interface Area {
	readonly point: string;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** One of the drawings of a chart: finds marks under a pointer, rings the current one, hides groups. */
export class Drawing {
	readonly #svg: SVGSVGElement;
	readonly #ring: SVGRectElement;
	#areas: readonly Area[] | undefined;

	constructor(svg: SVGSVGElement) {
		this.#svg = svg;
		this.#ring = document.createElementNS(SVG, 'rect');
		this.#ring.setAttribute('class', 'chart-ring');
		this.#ring.setAttribute('rx', '4');
	}

	/** Whether the page shows this one, which depends on its width. */
	get visible(): boolean {
		return this.#svg.getClientRects().length > 0;
	}

	/** Areas of the points; measured when first needed, since a drawing that is not shown has none. */
	#measure(): readonly Area[] {
		const areas = new Map<string, Area>();
		for (const mark of this.#svg.querySelectorAll<SVGGraphicsElement>('[data-point]')) {
			const { x, y, width, height } = mark.getBBox();
			const point = mark.dataset['point'] ?? '';
			const known = areas.get(point);
			areas.set(point, {
				point,
				left: Math.min(x, known?.left ?? x),
				top: Math.min(y, known?.top ?? y),
				right: Math.max(x + width, known?.right ?? x),
				bottom: Math.max(y + height, known?.bottom ?? y),
			});
		}
		return [...areas.values()];
	}

	#area(point: string): Area | undefined {
		this.#areas ??= this.#measure();
		return this.#areas.find((area) => area.point === point);
	}

	/** The point nearest to a place on the screen, among those that may be meant. */
	nearest(clientX: number, clientY: number, may: (point: string) => boolean): string | undefined {
		this.#areas ??= this.#measure();
		const matrix = this.#svg.getScreenCTM();
		if (!matrix) return undefined;
		const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
		let best: string | undefined;
		let least = REACH;
		for (const { point, left, top, right, bottom } of this.#areas) {
			const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
			if (distance < least && may(point)) [best, least] = [point, distance];
		}
		return best;
	}

	/** Rings the marks of a point; undefined takes the ring away. */
	mark(point: string | undefined): void {
		const area = point === undefined || !this.visible ? undefined : this.#area(point);
		for (const mark of this.#svg.querySelectorAll<SVGElement>('[data-point]'))
			mark.classList.toggle('is-current', area !== undefined && mark.dataset['point'] === point);
		if (!area) {
			this.#ring.remove();
			return;
		}
		const { left, top, right, bottom } = area;
		this.#ring.setAttribute('x', String(left - PADDING));
		this.#ring.setAttribute('y', String(top - PADDING));
		this.#ring.setAttribute('width', String(right - left + 2 * PADDING));
		this.#ring.setAttribute('height', String(bottom - top + 2 * PADDING));
		this.#svg.append(this.#ring);
	}

	/** Where the ring of the current mark is on the screen. */
	get ring(): DOMRect | undefined {
		return this.#ring.isConnected && this.visible ? this.#ring.getBoundingClientRect() : undefined;
	}

	/** Brings the ringed mark to the middle of the upper part of the window that is free. @param room its height, in pixels */
	reveal(room: number): void {
		const { top, bottom, height } = this.ring ?? { top: 0, bottom: 0, height: 0 };
		if (top < 0 || bottom > room) scrollBy(0, top - Math.max(0, (room - height) / 2));
	}

	/** Shows or hides the range that all accounts span: it says nothing about some of them. */
	showRange(shown: boolean): void {
		const range = this.#svg.querySelector('.ch-range');
		for (const part of [...this.#svg.querySelectorAll('.ch-band'), range?.closest('g') ?? range])
			part?.classList.toggle('is-hidden', !shown);
	}

	/** Shows or hides what belongs to the points of a group: their marks, and the lines and names of their series. */
	show(points: ReadonlySet<string>, shown: boolean): void {
		for (const mark of this.#svg.querySelectorAll<SVGElement>('[data-point]')) {
			if (!points.has(mark.dataset['point'] ?? '')) continue;
			const holder = mark.closest<SVGElement>('[data-series]');
			const whole = holder && [...holder.querySelectorAll<SVGElement>('[data-point]')];
			const alone = whole?.every((inner) => points.has(inner.dataset['point'] ?? ''));
			const target = holder && alone ? holder : mark;
			target.classList.toggle('is-hidden', !shown);
			const series = /\b(?:ch-)?series-\d+\b/.exec(target.getAttribute('class') ?? '')?.[0];
			if (!series) continue;
			// Names at the ends of lines stand beside the group, under the same class; panels share one class.
			for (const name of this.#svg.querySelectorAll(`.${series}`))
				if (!name.closest('[data-series]')) name.classList.toggle('is-hidden', !shown);
		}
	}
}
