const SVG = 'http://www.w3.org/2000/svg';
/** Farther than this from every mark, in units of the drawing, a pointer means none of them. */
const REACH = 60;
const PADDING = 5;

/** One of the drawings of a chart: finds marks under a pointer, rings the current one, hides groups. */
export class Drawing {
	readonly #svg: SVGSVGElement;
	readonly #ring = document.createElementNS(SVG, 'rect');
	#measured: ReadonlyMap<string, DOMRect> | undefined;

	constructor(svg: SVGSVGElement) {
		this.#svg = svg;
		this.#set({ class: 'chart-ring', rx: 4 });
	}

	#set(attributes: Readonly<Record<string, string | number>>): void {
		for (const [name, value] of Object.entries(attributes)) this.#ring.setAttribute(name, String(value));
	}

	/** Whether the page shows this one, which depends on its width. */
	get visible(): boolean {
		return this.#svg.getClientRects().length > 0;
	}

	#marks(within: ParentNode = this.#svg): readonly SVGGraphicsElement[] {
		return [...within.querySelectorAll<SVGGraphicsElement>('[data-point]')];
	}

	/** Areas of the points; measured when first needed, since a drawing that is not shown has none. */
	get #areas(): ReadonlyMap<string, DOMRect> {
		this.#measured ??= new Map(
			[...Map.groupBy(this.#marks(), ({ dataset }) => dataset['point'] ?? '')].map(([point, marks]) => {
				const boxes = marks.map((mark) => DOMRect.fromRect(mark.getBBox()));
				const [x, y] = [Math.min(...boxes.map(({ left }) => left)), Math.min(...boxes.map(({ top }) => top))];
				const right = Math.max(...boxes.map((box) => box.right));
				const bottom = Math.max(...boxes.map((box) => box.bottom));
				return [point, new DOMRect(x, y, right - x, bottom - y)];
			}),
		);
		return this.#measured;
	}

	/** The point nearest to a place on the screen, among those that may be meant. */
	nearest(clientX: number, clientY: number, may: (point: string) => boolean): string | undefined {
		const matrix = this.#svg.getScreenCTM();
		if (!matrix) return undefined;
		const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
		let best: string | undefined;
		let least = REACH;
		for (const [point, { left, top, right, bottom }] of this.#areas) {
			const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
			if (distance < least && may(point)) [best, least] = [point, distance];
		}
		return best;
	}

	/** Rings the marks of a point; undefined takes the ring away. */
	mark(point: string | undefined): void {
		const area = point === undefined || !this.visible ? undefined : this.#areas.get(point);
		for (const mark of this.#marks()) mark.classList.toggle('is-current', !!area && mark.dataset['point'] === point);
		if (!area) return void this.#ring.remove();
		const [width, height] = [area.width + 2 * PADDING, area.height + 2 * PADDING];
		this.#set({ x: area.x - PADDING, y: area.y - PADDING, width, height });
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
		const isOf = ({ dataset }: SVGElement) => points.has(dataset['point'] ?? '');
		for (const mark of this.#marks().filter(isOf)) {
			const holder = mark.closest<SVGElement>('[data-series]');
			const target = holder && this.#marks(holder).every(isOf) ? holder : mark;
			target.classList.toggle('is-hidden', !shown);
			const [series] = /\b(?:ch-)?series-\d+\b/.exec(target.getAttribute('class') ?? '') ?? [];
			if (!series) continue;
			// Names at the ends of lines stand beside the group, under the same class; panels share one class.
			for (const name of this.#svg.querySelectorAll(`.${series}`))
				if (!name.closest('[data-series]')) name.classList.toggle('is-hidden', !shown);
		}
	}
}
