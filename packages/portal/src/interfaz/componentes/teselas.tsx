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

interface Pendiente {
  readonly titulo: ComponentChildren;
  readonly detalle?: ComponentChildren;
  readonly urgencia: 'urgente' | 'pronto' | 'normal';
  readonly accion: { readonly href: string; readonly texto: string; readonly oculto?: string };
}

const URGENCIAS: Record<Pendiente['urgencia'], string> = {
  urgente: 'Urgente: ',
  pronto: 'Pronto: ',
  normal: '',
};

/** «Lo que requiere su atención»: first on the home, most urgent first. */
export function Pendientes({ pendientes }: { pendientes: readonly Pendiente[] }): VNode {
  return (
    <section class="pendientes">
      <h2 class="govuk-heading-s">Lo que requiere su atención</h2>
      {pendientes.length === 0 ? (
        <p class="pendientes__nada">
          <Icono nombre="chulo" /> Nada por ahora.
        </p>
      ) : (
        <ul>
          {pendientes.map(({ titulo, detalle, urgencia, accion }) => (
            <li class={`pendiente pendiente--${urgencia}`}>
              <div>
                <strong>
                  <span class="govuk-visually-hidden">{URGENCIAS[urgencia]}</span>
                  {titulo}
                </strong>
                {detalle ? <p>{detalle}</p> : null}
              </div>
              <a href={accion.href}>
                {accion.texto}
                {accion.oculto ? <span class="govuk-visually-hidden"> {accion.oculto}</span> : null}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
