import * as vscode from 'vscode';
import { convertRequest, type ConvertedStory, type ConvertParams } from '../../../server/src/protocol';
import type { Server } from '../server';
import type { StoryFolder } from './folder';

/** The text as a story under this title; one that it has itself stays. Undefined where there is no server. */
export async function storyFromText(
  server: Server,
  text: string,
  title: string,
  folder: StoryFolder,
): Promise<ConvertedStory | undefined> {
  const uri = folder === 'none' ? vscode.Uri.from({ scheme: 'untitled', path: 'story.star.md' }) : folder;
  const params: ConvertParams = { text, name: title, uri: uri.toString() };
  return (await server.start()) ? server.request<ConvertedStory>(convertRequest, params) : undefined;
}
