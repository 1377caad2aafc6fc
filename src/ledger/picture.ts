/** Widths in pixels: of a picture as it is published, and of the smaller one for narrow pages. */
export const WIDTHS = { whole: 1440, small: 720 } as const;

/** Address of the smaller file made of a picture: "/images/camp.jpg" has "/images/camp-720.jpg". */
export const smallerOf = (address: string): string => address.replace(/(\.[a-z]+)$/, `-${WIDTHS.small}$1`);
