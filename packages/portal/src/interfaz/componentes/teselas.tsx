import type { ComponentChildren, VNode } from 'preact';
import { Icono, type NombreDeIcono } from './icono.tsx';

export interface Tesela {
  readonly icono: NombreDeIcono;
  readonly texto: string;
  readonly href: string;
  /** A live fact about it: «3 en los próximos 60 días». */
  readonly dato?: ComponentChildren;
}

/** A group of what a person can do. The whole tile is the link. */
export function Teselas({ titulo, teselas }: { titulo: string; teselas: readonly Tesela[] }): VNode {
  return (
    <section class="grupo-de-teselas">
      <h2 class="govuk-heading-m">{titulo}</h2>
      <ul class="teselas">
        {teselas.map(({ icono, texto, href, dato }) => (
          <li class="tesela">
            <Icono nombre={icono} medida={28} />
            <div>
              <a href={href}>{texto}</a>
              {dato ? <p>{dato}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
