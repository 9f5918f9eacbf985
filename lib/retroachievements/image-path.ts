const PATH = /^\/(?:Images\/\d{1,9}|UserPic\/[0-9A-Za-z]{2,20})\.(?:png|jpe?g|gif)$/;

/** Whether a path is one of RA's icons or avatars; nothing else is ever asked for, or put before a host. */
export function isImagePath(path: string): boolean {
  return PATH.test(path);
}
