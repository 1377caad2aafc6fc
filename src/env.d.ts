declare namespace App {
	interface Locals {
		/** What the page that is being rendered mentions. */
		mentions?: import('./components/notes.ts').Mentions;
	}
}

interface ImportMetaEnv {
	/** In a build, the folder in which what was drawn before is kept. */
	readonly KEPT?: string;
}
