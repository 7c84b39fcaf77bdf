import { MESES, type Fecha } from '@autogestion/normas/fechas';
import type { ComponentChildren, VNode } from 'preact';
import { Formulario } from './formulario.tsx';
import { Icono, type NombreDeIcono } from './icono.tsx';

export interface Pendiente {
  readonly titulo: ComponentChildren;
  readonly detalle?: ComponentChildren;
  readonly urgencia: 'urgente' | 'pronto' | 'normal';
  /** A day is a leaf of the calendar; anything else, its icon. */
  readonly marca?: { readonly dia: Fecha } | { readonly icono: NombreDeIcono };
  readonly accion?: {
    readonly href: string;
    readonly texto: string;
    readonly oculto?: string;
    /** It is done by sending these, and not by going there. */
    readonly enviar?: Readonly<Record<string, string | number>>;
  };
}

/** House rules, in calendar days: up to when a day is urgent, and up to when it is soon. */
const DIAS = { urgente: 3, pronto: 15 } as const;

/** How urgent is what falls on a day that is so many days away; below zero it has passed. */
export const urgenciaEn = (dias: number): Pendiente['urgencia'] =>
  dias <= DIAS.urgente ? 'urgente' : dias <= DIAS.pronto ? 'pronto' : 'normal';

const URGENCIAS: Record<Pendiente['urgencia'], string> = {
  urgente: 'Urgente: ',
  pronto: 'Pronto: ',
  normal: '',
};

/** «Lo que requiere su atención»: first on the home, most urgent first. */
export function Pendientes({
  pendientes,
  titulo = 'Lo que requiere su atención',
  nada = 'Nada por ahora.',
}: {
  pendientes: readonly Pendiente[];
  titulo?: string;
  nada?: ComponentChildren;
}): VNode {
  return (
    <section class="pendientes">
      <h2 class="govuk-heading-s">{titulo}</h2>
      {pendientes.length === 0 ? (
        <p class="pendientes__nada">
          <Icono nombre="chulo" /> {nada}
        </p>
      ) : (
        <ul>
          {pendientes.map((p) => (
            <Uno {...p} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Uno({ titulo, detalle, urgencia, marca, accion }: Pendiente): VNode {
  return (
    <li class={`pendiente pendiente--${urgencia}`}>
      {marca ? <Marca {...marca} /> : null}
      <div class="pendiente__que">
        <strong>
          <span class="govuk-visually-hidden">{URGENCIAS[urgencia]}</span>
          {titulo}
        </strong>
        {detalle ? <p>{detalle}</p> : null}
      </div>
      {accion ? <Accion {...accion} /> : null}
    </li>
  );
}

function Accion({ href, texto, oculto, enviar }: NonNullable<Pendiente['accion']>): VNode {
  const dice = (
    <>
      {texto}
      {oculto ? <span class="govuk-visually-hidden"> {oculto}</span> : null}
    </>
  );
  if (!enviar)
    return (
      <a class="pendiente__accion" href={href}>
        {dice}
      </a>
    );
  return (
    <Formulario accion={href} ocultos={enviar} unaVez>
      <button class="boton-enlace pendiente__accion" type="submit">
        {dice}
      </button>
    </Formulario>
  );
}

const Marca = (marca: { dia: Fecha } | { icono: NombreDeIcono }): VNode =>
  'dia' in marca ? (
    <HojaDeCalendario fecha={marca.dia} />
  ) : (
    <span class="pendiente__icono">
      <Icono nombre={marca.icono} />
    </span>
  );

/** The leaf of a desk calendar. Decoration beside words that say the date: assistive technology never meets it. */
export function HojaDeCalendario({ fecha }: { fecha: Fecha }): VNode {
  const [, mes = '', dia = ''] = fecha.split('-');
  return (
    <span class="hoja" aria-hidden="true">
      <span class="hoja__mes">{(MESES[Number(mes) - 1] ?? '').slice(0, 3)}</span>
      <span class="hoja__dia">{Number(dia)}</span>
    </span>
  );
}
