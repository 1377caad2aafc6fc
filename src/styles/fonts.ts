/** What a system has instead of the font: name, weight, its names there; size, ascent and descent that fit it, in percent. */
export const fitted = [
	['Georgia', 400, ['Georgia'], 107.45, 96.42, 31.18],
	['Georgia', 700, ['Georgia Bold', 'Georgia-Bold'], 95.26, 108.75, 35.17],
	['Noto Serif', 400, ['Noto Serif', 'NotoSerif-Regular'], 99.58, 104.03, 33.64],
	['Noto Serif', 700, ['Noto Serif Bold', 'NotoSerif-Bold'], 96.48, 107.37, 34.72],
	['Times', 400, ['Times New Roman', 'Liberation Serif'], 117.91, 87.87, 28.41],
	['Times', 700, ['Times New Roman Bold', 'Liberation Serif Bold'], 114.19, 90.73, 29.34],
	['DejaVu Serif', 400, ['DejaVu Serif'], 92.72, 111.73, 36.13],
	['DejaVu Serif', 700, ['DejaVu Serif Bold'], 86.62, 119.6, 38.68],
] as const;

/** At the same width and height of line: nothing moves when the font comes. */
const faces = fitted.map(([name, weight, locals, size, ascent, descent]) => {
	const src = locals.map((local) => `local("${local}")`).join(',');
	const metrics = `size-adjust:${size}%;ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%`;
	return `@font-face{font-family:"Fitted ${name}";font-weight:${weight};src:${src};${metrics}}`;
});

export const fontRules = `@media (min-width: 48rem), print{${faces.join('\n')}}`;
