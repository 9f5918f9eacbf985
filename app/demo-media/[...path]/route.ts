import { CACHE_TIMES } from "@/lib/cache-times";
import { SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { drawAvatar, drawIcon } from "@/lib/retroachievements/demo/pixel-art";

interface Context {
  params: Promise<{ path: string[] }>;
}

/** The images of the demo library, at the paths that RA's media host would have. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const path = (await params).path.join("/");
  const draw = /^(?:Images\/\d{6}|Badge\/\d{5,6})\.png$/.test(path)
    ? drawIcon
    : /^UserPic\/[0-9A-Za-z]{2,20}\.png$/.test(path)
      ? drawAvatar
      : null;
  if (!draw) {
    const headers = { "Cache-Control": SHORT_CACHE_CONTROL };
    return new Response("There is no such image.", { status: 404, headers });
  }
  return new Response(Buffer.from(draw(path)), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": `public, max-age=${CACHE_TIMES.demoImage.seconds}, immutable`,
    },
  });
}
