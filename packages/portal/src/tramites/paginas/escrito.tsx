import { itemDe, lineasDe } from '@autogestion/documentos';
import type { VNode } from 'preact';

/** What somebody wrote, with its lines and its lists: as the document prints it. */
export function Escrito({ texto }: { texto: string }): VNode {
  const trozos: { items: string[]; parrafo?: string }[] = [];
  for (const linea of lineasDe(texto)) {
    const item = itemDe(linea);
    const ultimo = trozos.at(-1);
    if (!item) trozos.push({ items: [], parrafo: linea });
    else if (ultimo && ultimo.parrafo === undefined) ultimo.items.push(dicho(item));
    else trozos.push({ items: [dicho(item)] });
  }
  return (
    <>
      {trozos.map(({ parrafo, items }) =>
        parrafo === undefined ? (
          <ul class="govuk-list govuk-list--bullet">
            {items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <p class="govuk-body">{parrafo}</p>
        ),
      )}
    </>
  );
}

/** The number or letter that somebody gave to an item is part of what they wrote. */
const dicho = ({ marca, texto }: { marca: string; texto: string }): string =>
  marca === '•' ? texto : `${marca} ${texto}`;
