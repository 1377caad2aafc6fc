/** Ends without a word when nobody reads any more: output piped into `head`, a closed window. */
export function endQuietly(): void {
	for (const stream of [process.stdout, process.stderr])
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EPIPE' || error.code === 'EIO') process.exit();
			throw error;
		});
}
