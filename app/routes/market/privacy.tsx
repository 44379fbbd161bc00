// What is kept of whom, why and how long (UU 27/2022).
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readVisitor } from '#app/server/access/actor.server.ts';
import { readLanguage } from '#app/server/views/language.server.ts';
import { textOf } from '#app/text/text.ts';
import { InfoPage } from '#app/ui/frames/info-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { info, site } = textOf(data?.language ?? 'id');
  return [{ title: `${info.privacy.title} · ${site.name}` }, { name: 'description', content: info.privacy.lead }];
};

export async function loader(args: LoaderFunctionArgs) {
  await readVisitor(args, 'market/privacy');
  return { language: readLanguage(args.request).language };
}

export default function Privacy() {
  const { language } = useLoaderData<typeof loader>();
  return <InfoPage text={textOf(language).info.privacy} />;
}
