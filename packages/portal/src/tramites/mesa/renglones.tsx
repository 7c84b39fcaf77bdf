import { formatearFecha } from '@autogestion/normas/fechas';
import type { ComponentChildren, VNode } from 'preact';
import { Boton, Etiqueta, Formulario } from '../../interfaz/index.ts';
import { SEMAFORO } from '../paginas/tonos.ts';
import type { Renglon } from './con-quien.ts';

interface PropsDeRenglones {
  titulo: string;
  casos: readonly Renglon[];
  /** The official works this queue: what nobody has may be marked and taken at once. */
  toma: boolean;
  vacia: string;
}

const sePuedeTomar = (c: Renglon): boolean => c.asignado === null && c.turno === 'oficina' && !c.porConfirmar;

/**
 * Cases as rows of one line, over the full width; on a phone, cards. The whole row leads to the case by its radicado,
 * and who works with the keyboard goes along them (`data-renglon`).
 */
export function Renglones({ titulo, casos, toma, vacia }: PropsDeRenglones): VNode {
  if (casos.length === 0) return <p class="tabla-vacia">{vacia}</p>;
  const varios = toma && casos.some(sePuedeTomar);
  const tabla = (
    <table class="renglones" role="table">
      <caption class="govuk-visually-hidden">{titulo}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {varios ? (
            <th scope="col" role="columnheader">
              <span class="govuk-visually-hidden">Marcar</span>
            </th>
          ) : null}
          <Cabeza corta="Radicado" />
          <Cabeza corta="Decidir" larga="Días hábiles que quedan para decidir" />
          <Cabeza corta="Devolver" larga="Días hábiles que quedan para devolver por requisitos" />
          <Cabeza corta="Persona" />
          <Cabeza corta="NIT" />
          <Cabeza corta="Trámite" />
          <Cabeza corta="Verif." larga="Verificaciones hechas" />
          <Cabeza corta="Sin leer" larga="Mensajes sin leer" />
          <Cabeza corta="Quién lo tiene" />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {casos.map((c) => (
          <Fila c={c} varios={varios} />
        ))}
      </tbody>
    </table>
  );
  if (!varios) return tabla;
  return (
    <Formulario accion="/mesa/tramites/tomar">
      {tabla}
      <Boton variante="secundario">Tomar los marcados</Boton>
    </Formulario>
  );
}

const Cabeza = ({ corta, larga }: { corta: string; larga?: string }) => (
  <th scope="col" role="columnheader">
    {larga ? <abbr title={larga}>{corta}</abbr> : corta}
  </th>
);

function Fila({ c, varios }: { c: Renglon; varios: boolean }) {
  const { hechas, de } = c.verificado;
  return (
    <tr role="row" data-renglon={c.radicado} class={c.sinLeer > 0 ? 'renglon--sin-leer' : undefined}>
      {varios ? (
        <td role="cell" class="renglon__marca">
          {sePuedeTomar(c) ? (
            <input type="checkbox" name="casos" value={c.radicado} aria-label={`Marcar ${c.radicado}`} />
          ) : null}
        </td>
      ) : null}
      <td role="cell" class="renglon__radicado">
        <a class="govuk-link" href={`/mesa/tramites/${c.radicado}`}>
          {c.radicado}
        </a>
      </td>
      <td role="cell" class="renglon__plazo" title={`${formatearFecha(c.vence)}. ${c.porque}`}>
        <Etiqueta tono={SEMAFORO[c.semaforo].tono}>{c.quedaCorto}</Etiqueta>
      </td>
      <Dato rotulo="Para devolver" clase="renglon__devolver" hay={c.paraDevolver !== undefined}>
        {c.paraDevolver === 0 ? 'Hoy' : `${c.paraDevolver} d`}
      </Dato>
      <td role="cell" class="renglon__persona" title={c.persona?.nombre}>
        {c.persona?.nombre ?? 'De alguien cercano a usted'}
      </td>
      <td role="cell" class="renglon__nit">
        {c.persona?.nit}
      </td>
      <td role="cell" class="renglon__tramite" title={c.tipo.nombre}>
        {c.tipo.nombre}
        {c.porConfirmar || c.turno === 'persona' ? <span class="renglon__estado"> {c.estado}</span> : null}
      </td>
      <Dato rotulo="Verificado" clase="renglon__verificado" hay={de > 0}>
        {`${hechas}/${de}`}
      </Dato>
      <Dato rotulo="Sin leer" clase="renglon__sin-leer" hay={c.sinLeer > 0}>
        <Etiqueta tono="informacion">{c.sinLeer}</Etiqueta>
      </Dato>
      <td role="cell" class="renglon__quien">
        {c.asignado ?? 'Nadie'}
      </td>
    </tr>
  );
}

interface PropsDeDato {
  rotulo: string;
  clase: string;
  hay: boolean;
  children: ComponentChildren;
}

/** A figure of a row. In a card there are no columns that say what it is, and what there is none of is left out. */
const Dato = ({ rotulo, clase, hay, children }: PropsDeDato) => (
  <td role="cell" class={hay ? clase : `${clase} renglon__nada`}>
    {hay ? (
      <>
        <span class="renglon__rotulo">{rotulo}: </span>
        {children}
      </>
    ) : (
      '—'
    )}
  </td>
);
