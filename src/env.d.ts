declare namespace App {
	interface Locals {
		/** The notes of the page that is being rendered. */
		notes?: import('./components/notes.ts').PageNotes;
	}
}
