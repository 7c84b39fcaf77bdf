import type { Fecha } from '@autogestion/normas/fechas';
import type { Anexo } from '@autogestion/normas/formularios/motor';
import type { VNode } from 'preact';
import {
  Boton,
  CampoTexto,
  ConLado,
  EnlaceBoton,
  Formulario,
  GrupoDeBotones,
  Monto,
  Pagina,
  Paginacion,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { celdaEnPalabras } from '../../clases/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { filasDe } from '../anexos.ts';
import { deAnexo, deBorrador, deFila } from '../direcciones.ts';
import { FILAS_POR_PAGINA, hojear, seBusca, type Hoja, type QueHoja } from '../hojear.ts';
import { seccionesDe } from '../secciones.ts';
import { ComoVa } from './al-lado.tsx';

interface Props {
  b: BorradorCalculado;
  titular: string;
  hoy: Fecha;
  anexo: Anexo;
  puedeLlenar: boolean;
  /** What is looked at of its rows. */
  que: QueHoja;
}

/** The rows of an annex, each with its way to change it or take it away. */
export function paginaAnexo(o: Props): string {
  const { b, titular, hoy, anexo, puedeLlenar } = o;
  const base = deBorrador(titular, b.borrador.idPublico);
  const filas = filasDe(b, anexo);
  const hoja = hojear(anexo, filas, o.que);
  const buscables = seBusca(anexo);
  const [seccion] = seccionesDe(b.clase.formulario);
  const sigue = b.clase.anexosPrimero && seccion ? `${base}/formulario/${seccion.slug}` : `${base}/revision`;
  return renderizarPagina(
    <Pagina
      titulo={anexo.nombre}
      parteDe={b.clase.nombre(b.borrador.anio, b.borrador.periodo)}
      ancho="ancha"
      volver={{ href: base, texto: 'Las partes de la declaración' }}
    >
      <ConLado lado={<ComoVa b={b} hoy={hoy} />}>
        <p class="govuk-body">
          {filas.length === 0
            ? 'Todavía no hay filas. Si no tiene nada que poner aquí, siga.'
            : `Hay ${filas.length === 1 ? 'una fila' : `${filas.length} filas`}. Puede tener hasta ${anexo.filasMaximas}.`}
        </p>
        {filas.length > FILAS_POR_PAGINA && buscables.length > 0 ? (
          <Buscador hoja={hoja} por={buscables.map((c) => c.nombre)} />
        ) : null}
        <TablaDeAnexo
          b={b}
          anexo={anexo}
          base={base}
          indices={hoja.indices}
          {...(puedeLlenar && {
            acciones: (n: number) => <AccionesDeFila base={base} anexo={anexo} n={n} b={b} />,
          })}
        />
        <Paginacion
          actual={hoja.pagina}
          total={hoja.paginas}
          direccion={(n) =>
            `${deAnexo(base, anexo.clave)}?${new URLSearchParams({ ...(hoja.busca && { busca: hoja.busca }), pagina: String(n) })}`
          }
          etiqueta="Filas"
        />
        <GrupoDeBotones>
          {puedeLlenar && filas.length < anexo.filasMaximas ? (
            <EnlaceBoton
              href={deFila(base, anexo.clave, 'nueva')}
              {...(filas.length > 0 && { variante: 'secundario' as const })}
            >
              Agregar una fila
            </EnlaceBoton>
          ) : null}
          <EnlaceBoton href={sigue} {...(filas.length === 0 && { variante: 'secundario' as const })}>
            Seguir
          </EnlaceBoton>
        </GrupoDeBotones>
      </ConLado>
    </Pagina>,
  );
}

/** Looks for rows by their words; it works without script, and what it says is of this page's address alone. */
const Buscador = ({ hoja: { busca, halladas }, por }: { hoja: Hoja; por: readonly string[] }): VNode => (
  <>
    <form method="get" role="search">
      <CampoTexto
        nombre="busca"
        etiqueta="Buscar filas"
        ayuda={`Por ${por.join(', ').toLowerCase()}.`}
        valor={busca}
        ancho={20}
      />
      <Boton variante="secundario">Buscar</Boton>
    </form>
    {busca ? (
      <p class="govuk-body" role="status">
        {halladas === 0
          ? `Ninguna fila dice «${busca}».`
          : `${halladas === 1 ? 'Una fila dice' : `${halladas} filas dicen`} «${busca}».`}
      </p>
    ) : null}
  </>
);

/** The rows with the columns that say most: those that are always written and the first that is computed. */
export function TablaDeAnexo({
  b,
  anexo,
  base,
  acciones,
  indices,
}: {
  b: BorradorCalculado;
  anexo: Anexo;
  base: string;
  acciones?: (n: number) => VNode;
  /** Those that are shown, from 0; the first ones unless told, with how many there are. */
  indices?: readonly number[];
}): VNode | null {
  const filas = filasDe(b, anexo);
  const vistas = indices ?? [...filas.keys()].slice(0, FILAS_POR_PAGINA);
  if (vistas.length === 0) return null;
  const calculadas = b.cuenta.evaluacion.filas(anexo.clave);
  const columnas = anexo.columnas.filter((c) => !c.opcional && !c.formula);
  const calculada = anexo.columnas.findIndex((c) => c.formula);
  const deCalculada = anexo.columnas[calculada];
  return (
    <>
      <Tabla
        titulo={acciones ? 'Filas' : anexo.nombre}
        tituloOculto={acciones !== undefined}
        conCabezas
        columnas={[
          ...columnas.map((c) => ({
            titulo: c.nombre,
            numerica: c.clase === 'pesos' || c.clase === 'tarifa',
          })),
          ...(deCalculada ? [{ titulo: deCalculada.nombre, numerica: true }] : []),
          ...(acciones ? [{ titulo: 'Qué puede hacer' }] : []),
        ]}
        filas={vistas.map((i) => [
          ...columnas.map((c) => celdaEnPalabras(c, filas[i]?.[c.clave])),
          ...(deCalculada ? [<Monto pesos={calculadas[i]?.[calculada] ?? 0n} />] : []),
          ...(acciones ? [acciones(i + 1)] : []),
        ])}
      />
      {acciones ? null : (
        <p class="govuk-body">
          {vistas.length < filas.length ? `Se muestran ${vistas.length} de ${filas.length} filas. ` : ''}
          <a class="govuk-link" href={deAnexo(base, anexo.clave)}>
            {vistas.length < filas.length ? 'Ver y cambiar todas las filas' : 'Cambiar las filas'}
            <span class="govuk-visually-hidden">: {anexo.nombre}</span>
          </a>
        </p>
      )}
    </>
  );
}

function AccionesDeFila({
  base,
  anexo,
  n,
  b,
}: {
  base: string;
  anexo: Anexo;
  n: number;
  b: BorradorCalculado;
}): VNode {
  const suya = deFila(base, anexo.clave, n);
  return (
    <>
      <a class="govuk-link" href={suya}>
        Cambiar<span class="govuk-visually-hidden"> la fila {n}</span>
      </a>
      <Formulario accion={`${suya}/quitar`} ocultos={{ _revision: b.borrador.revision }}>
        <Boton variante="enlace">
          Quitar<span class="govuk-visually-hidden"> la fila {n}</span>
        </Boton>
      </Formulario>
    </>
  );
}
