const comment = (id: string, snippet: object = {}) => ({
  kind: 'youtube#comment',
  id,
  snippet: {
    channelId: 'UCchannel',
    textDisplay: 'Air <b>naik</b><br>di pasar #Banjir',
    authorDisplayName: '@warga_satu',
    authorProfileImageUrl: 'https://foto.example/1',
    authorChannelUrl: 'http://www.youtube.com/@warga_satu',
    authorChannelId: { value: 'UCsatu' },
    likeCount: 3,
    publishedAt: '2026-03-01T08:00:00Z',
    updatedAt: '2026-03-01T08:10:00Z',
    ...snippet,
  },
});

const thread = (id: string, first: unknown, replies: readonly unknown[] = []) => ({
  kind: 'youtube#commentThread',
  id,
  snippet: {
    channelId: 'UCchannel',
    videoId: 'vid-1',
    topLevelComment: first,
    canReply: true,
    totalReplyCount: replies.length,
  },
  ...(replies.length === 0 ? {} : { replies: { comments: replies } }),
});

const REPLY = comment('c1.r1', {
  parentId: 'c1',
  textOriginal: 'benar <3',
  authorChannelId: { value: 'UCdua' },
  authorDisplayName: 'Warga Dua',
});
const THREADS = [thread('c1', comment('c1', { videoId: 'vid-1' }), [REPLY]), thread('c2', comment('c2'))];

export const YOUTUBE_PAGE = JSON.stringify(
  { kind: 'youtube#commentThreadListResponse', nextPageToken: 'x', pageInfo: { totalResults: 2 }, items: THREADS },
  null,
  2,
);
export const YOUTUBE_THREADS = THREADS.map((one) => JSON.stringify(one)).join('\n');

export const YOUTUBE_DAMAGED = JSON.stringify({
  kind: 'youtube#commentThreadListResponse',
  items: [
    thread('d1', comment('d1', { publishedAt: 'kemarin' }), [REPLY]),
    thread('d2', { kind: 'youtube#comment', id: 'd2' }),
    { kind: 'youtube#commentThread', id: 7 },
    thread('d3', comment('d3', { authorChannelId: undefined, authorChannelUrl: undefined })),
    THREADS[1],
  ],
});

/** The same, a thread a line, behind a line that is cut. */
export const YOUTUBE_THREADS_DAMAGED = `{"kind":"youtube#commentThread","id":\n${JSON.stringify(THREADS[1])}`;
