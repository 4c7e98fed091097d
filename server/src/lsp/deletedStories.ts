import type { Session } from './session';
import { isGone, type StorySource } from './storySource';

/**
 * Open stories whose file was deleted or moved by another program. An editor goes on showing such a file, marked as deleted. Where nothing
 * was typed since it was last written, there is no story any more, and a moved one would be listed under both names.
 */
export class DeletedStories {
  /** The file's text when it was last read, of each open story that has a file. */
  private readonly written = new Map<string, string>();
  private readonly withoutFile = new Set<string>();

  constructor(
    private readonly documents: Session['documents'],
    private readonly source: Pick<StorySource, 'read'>,
  ) {}

  /** Whether an open story has no file any more, and holds nothing that was not in it. */
  has(uri: string): boolean {
    return (
      this.withoutFile.has(uri) &&
      this.documents.get(uri)?.getText().replaceAll('\r\n', '\n') === this.written.get(uri)
    );
  }

  /** Looks at the file of a story that was opened, or whose file was made, written or deleted. Never rejects. */
  async look(uri: string): Promise<void> {
    try {
      const text = await this.source.read(uri);
      if (!this.documents.get(uri)) return;
      this.written.set(uri, text.replaceAll('\r\n', '\n'));
      this.withoutFile.delete(uri);
    } catch (error) {
      // What never had a file, and what cannot be read now, is as good as it was.
      if (isGone(error) && this.written.has(uri)) this.withoutFile.add(uri);
    }
  }

  /** The story's editor was closed. */
  forget(uri: string): void {
    this.written.delete(uri);
    this.withoutFile.delete(uri);
  }
}
