/** A file of the site that is no page: its path, and what stands in it; '' where there is nothing to say: then none is written. */
export type SiteFile = readonly [path: string, write: (site: string) => string | Uint8Array<ArrayBuffer>];

/** Astro loads the site's pages anew: what they and the build share stands where both find it. */
const shared = globalThis as { siteFiles?: readonly SiteFile[] };

/** Puts down the files that a build writes by itself: to be asked for each as for a page takes longer than most take to be made. */
export const leaveFiles = (files: readonly SiteFile[]): void => {
	shared.siteFiles = files;
};

/** The files that were put down, once. */
export function takeFiles(): readonly SiteFile[] {
	const { siteFiles = [] } = shared;
	leaveFiles([]);
	return siteFiles;
}
