import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import type { ComponentChildren, VNode } from 'preact';
import { EnlaceBoton, Etiqueta, Monto, Pagina, renderizarPagina, Tabla } from '../../../interfaz/index.ts';
import { claseDe } from '../../clases/index.ts';
import { dePresentada, todas } from '../../llenar/index.ts';
import { comoSeLee, nombreDeCasilla } from '../../presentar/index.ts';
import type { CasillaCambiada } from '../diferencias.ts';
import type { Version } from '../historia-de.ts';

interface Props {
  titular: string;
  /** The one that stands first. */
  versiones: readonly Version[];
}

/** Each version of a return, and what each one changed of the one before it, box by box. */
export function paginaHistoria({ titular, versiones }: Props): string {
  const [vigente] = versiones;
  const d = vigente?.d;
  const nombre = d ? claseDe(d.formulario).nombre(d.anio, d.periodo) : '';
  return renderizarPagina(
    <Pagina
      titulo="Cada versión y lo que cambió"
      parteDe={nombre}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: `/de/${titular}` },
        { texto: 'Declaraciones', href: todas(titular) },
      ]}
    >
      <p class="govuk-body">
        Vale lo que dice la última que presentó. Las anteriores no se borran: aquí está lo que cada una
        cambió.
      </p>
      {versiones.map((v) => (
        <UnaVersion v={v} titular={titular} vigente={v === vigente} />
      ))}
      {d ? <EnlaceBoton href={dePresentada(titular, d.idPublico)}>Ver la que vale</EnlaceBoton> : null}
    </Pagina>,
  );
}

function UnaVersion({ v, titular, vigente }: { v: Version; titular: string; vigente: boolean }): VNode {
  const { d, numero, cambios } = v;
  return (
    <section>
      <h2 class="govuk-heading-m">
        {numero === 1 ? 'La primera' : `Corrección ${numero - 1}`}{' '}
        {vigente ? <Etiqueta tono="bien">Es la que vale</Etiqueta> : <Etiqueta>Reemplazada</Etiqueta>}
      </h2>
      <p class="govuk-body">
        Presentada el {formatearFechaHora(d.presentadaEn)}, con el radicado {d.radicado}.{' '}
        <a class="govuk-link" href={dePresentada(titular, d.idPublico)}>
          Formulario número {d.numero}
        </a>
        . {quedo(d.acto.posiciones)}
      </p>
      {cambios ? (
        <>
          <Tabla
            titulo={`Lo que cambió de la ${numero === 2 ? 'primera' : `corrección ${numero - 2}`}`}
            conCabezas
            columnas={[
              { titulo: 'Casilla' },
              { titulo: 'Decía', numerica: true },
              { titulo: 'Dice', numerica: true },
              { titulo: 'Cambia', numerica: true },
            ]}
            filas={cambios.casillas.map(filaDe)}
            vacia="Ninguna casilla cambió."
          />
          {cambios.anexos.length > 0 ? (
            <p class="govuk-body">También cambió: {cambios.anexos.join(', ')}.</p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

const filaDe = ({ casilla, antes, ahora, cambio }: CasillaCambiada): ComponentChildren[] => [
  nombreDeCasilla(casilla),
  antes === undefined ? 'Vacía' : comoSeLee(casilla, antes),
  ahora === undefined ? 'Vacía' : comoSeLee(casilla, ahora),
  cambio === undefined ? '' : <Monto pesos={cambio} />,
];

function quedo(posiciones: Version['d']['acto']['posiciones']): string {
  const suma = (de: (p: (typeof posiciones)[number]) => number) =>
    formatearPesos(BigInt(posiciones.reduce((s, p) => s + de(p), 0)));
  return posiciones.some((p) => p.aFavor > 0)
    ? `Quedó en ${suma((p) => p.aFavor)} a favor.`
    : `Quedó en ${suma((p) => p.impuesto + p.sancion)} por pagar.`;
}
