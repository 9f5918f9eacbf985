const PATH = /^\/(?:Images\/\d{1,9}|Badge\/\d{1,9}|UserPic\/[0-9A-Za-z]{2,20})\.(?:png|jpe?g|gif)$/;

/** Whether a path is an icon, badge or avatar of RA; no other path is ever requested, or joined to a host. */
export function isImagePath(path: string): boolean {
  return PATH.test(path);
}
