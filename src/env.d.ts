declare namespace App {
	interface Locals {
		/** The notes of the page that is being rendered. */
		notes?: import('./components/notes.ts').PageNotes;
	}
}

interface ImportMetaEnv {
	/** In a build, the folder in which what was drawn before is kept. */
	readonly KEPT?: string;
}
