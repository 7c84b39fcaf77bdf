import type { Desviacion, Orientacion, Validacion } from '@autogestion/normas/formularios/validar';
import { escribirNorma, escribirValor } from '@autogestion/normas/formularios/motor';
import type { VNode } from 'preact';
import { EnlaceBoton, Pagina, Panel, renderizarPagina, Tabla } from '../../../interfaz/index.ts';

interface Props extends Validacion {
  formulario: string;
  anio: number;
}

/** What does not agree, the likeliest cause first, and apart what is only worth looking at. */
export function paginaResultado({ formulario, anio, desviaciones, orientaciones }: Props): string {
  const cuantas = desviaciones.length;
  const titulo =
    cuantas === 0
      ? 'Todo cuadra'
      : cuantas === 1
        ? 'Hay algo por revisar'
        : `Hay ${cuantas} cosas por revisar`;
  return renderizarPagina(
    <Pagina
      titulo={titulo}
      encabezado={null}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Probar sin presentar', href: '/declaraciones/probar' },
      ]}
    >
      <Panel titulo={titulo}>
        Formulario {formulario}, año {anio}. No se presentó ni se guardó nada.
      </Panel>
      {cuantas > 0 ? <Desviaciones desviaciones={desviaciones} /> : null}
      <Orientaciones orientaciones={orientaciones} />
      <EnlaceBoton href="/declaraciones/probar">Probar otra vez</EnlaceBoton>
      <p class="govuk-body">
        Para presentarla,{' '}
        <a class="govuk-link" href="/entrar">
          entre a su cuenta
        </a>
        .
      </p>
    </Pagina>,
  );
}

function Desviaciones({ desviaciones }: Pick<Validacion, 'desviaciones'>): VNode {
  return (
    <Tabla
      titulo="Lo que no cuadra"
      conCabezas
      columnas={[
        { titulo: 'Dónde' },
        { titulo: 'Usted puso', numerica: true },
        { titulo: 'Debería dar', numerica: true },
        { titulo: 'Qué pasa' },
        { titulo: 'Norma' },
      ]}
      filas={desviaciones.map((d) => [
        lugar(d.ruta),
        cifra(d, d.recibido),
        cifra(d, d.calculado),
        d.mensaje,
        d.articulo === null ? '—' : escribirNorma(d.articulo),
      ])}
    />
  );
}

function Orientaciones({ orientaciones }: Pick<Validacion, 'orientaciones'>): VNode | null {
  if (orientaciones.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Para tener en cuenta</h2>
      <p class="govuk-body">Esto no impide presentar.</p>
      <ul class="govuk-list govuk-list--bullet">
        {orientaciones.map((o) => (
          <li>{fraseDe(o)}</li>
        ))}
      </ul>
    </section>
  );
}

const fraseDe = ({ ruta, mensaje }: Orientacion): string =>
  ruta === null ? mensaje : `${lugar(ruta)}: ${mensaje}`;

const lugar = (ruta: string): string => (/^[0-9]+$/.test(ruta) ? `Casilla ${ruta}` : ruta);

const cifra = ({ clase }: Desviacion, valor: bigint | null): string =>
  valor === null ? '—' : escribirValor({ numerador: valor, denominador: 1n }, clase);
