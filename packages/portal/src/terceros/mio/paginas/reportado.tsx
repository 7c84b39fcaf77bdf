import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha } from '@autogestion/normas/fechas';
import type { TopeReportado } from '@autogestion/normas/formularios/210';
import { formatearNit } from '@autogestion/normas/nit';
import type { ComponentChildren, VNode } from 'preact';
import {
  EnlaceBoton,
  Etiqueta,
  Grafica,
  GrupoDeBotones,
  Monto,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import type { AnioReportado, Reportado } from '../reportado.ts';

interface Props {
  r: AnioReportado;
  /** `/de/<titular>` */
  base: string;
  /** Beside a record, what can be done about it, or what became of it. */
  deCadaUno: (r: Reportado) => ComponentChildren;
  /** Among what can be done with all of it. */
  enlaces?: ComponentChildren;
}

/** What others reported of a year: how near it comes to having to file, and each record with the box where it goes. */
export function paginaReportado(o: Props): string {
  const { r, base } = o;
  return renderizarPagina(
    <Pagina
      titulo={`Información reportada por terceros, ${r.anio}`}
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: base }]}
    >
      <p class="govuk-body-l">{enUnaFrase(r)}</p>
      <p class="govuk-body">
        Es una ayuda, no su declaración: usted declara lo que de verdad ocurrió, lo haya reportado alguien o
        no.
      </p>
      <OtrosAnios r={r} base={base} />
      <Topes topes={r.topes} />
      <LoDeCadaUno {...o} />
      <GrupoDeBotones>
        {r.conCasillas ? (
          <EnlaceBoton href={`${base}/declaraciones`}>Ir a sus declaraciones</EnlaceBoton>
        ) : null}
        {r.reportados.length > 0 ? (
          <EnlaceBoton href={`${base}/reportado/reporte.xlsx?anio=${r.anio}`} variante="secundario">
            Descargar en Excel
          </EnlaceBoton>
        ) : null}
      </GrupoDeBotones>
      {o.enlaces}
    </Pagina>,
  );
}

function enUnaFrase({ anio, reportados, topes }: AnioReportado): string {
  if (reportados.length === 0)
    return `Nadie ha reportado todavía nada de usted del año ${anio}. Eso no quiere decir que no tenga que declarar.`;
  const quienes = new Set(reportados.map((x) => x.reporte.informante.nit)).size;
  const datos = `${reportados.length === 1 ? 'un dato' : `${reportados.length} datos`}`;
  const cuantos = `Del año ${anio}, ${quienes === 1 ? 'una persona o entidad reportó' : `${quienes} personas o entidades reportaron`} ${datos} de usted.`;
  const pasa = topes.filter((t) => t.resultado === 'obliga');
  const [mayor] = [...topes].sort((a, b) => (b.porcentaje ?? 0) - (a.porcentaje ?? 0));
  if (pasa.length > 0)
    return `${cuantos} Con eso llega al tope de ${enLista(pasa.map((t) => t.nombre.toLowerCase()))}: tiene que declarar renta.`;
  return mayor?.porcentaje
    ? `${cuantos} Lo más cerca de un tope es el ${mayor.porcentaje} % del de ${mayor.nombre.toLowerCase()}.`
    : cuantos;
}

const enLista = (cosas: readonly string[]): string =>
  cosas.length === 1 ? (cosas[0] ?? '') : `${cosas.slice(0, -1).join(', ')} y de ${cosas.at(-1) ?? ''}`;

function OtrosAnios({ r, base }: Pick<Props, 'r' | 'base'>): VNode | null {
  const otros = r.anios.filter((a) => a !== r.anio);
  if (otros.length === 0) return null;
  return (
    <nav aria-label="Otros años">
      <ul class="govuk-list en-linea">
        {otros.map((a) => (
          <li>
            <a class="govuk-link" href={`${base}/reportado?anio=${a}`}>
              Lo reportado de {a}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const RESULTADO = {
  obliga: { tono: 'ojo', texto: 'Obliga' },
  'no-obliga': { tono: 'bien', texto: 'No llega' },
  'no-se-sabe': { tono: undefined, texto: 'No se sabe' },
} as const;

function Resultado({ de }: { de: keyof typeof RESULTADO }): VNode {
  const { tono, texto } = RESULTADO[de];
  return <Etiqueta {...definidos({ tono })}>{texto}</Etiqueta>;
}

/** The five amounts from which one must file, drawn and in figures. */
function Topes({ topes }: { topes: readonly TopeReportado[] }): VNode | null {
  if (topes.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Qué tan cerca está de tener que declarar</h2>
      <p class="govuk-body">
        Basta con llegar a uno. Cuenta solo lo que otros reportaron, y de sus tarjetas esta oficina no recibe
        reporte: mire sus extractos. Si recibió, tuvo o gastó más, súmelo en{' '}
        <a class="govuk-link" href="/declaraciones/debo-declarar">
          ¿tengo que declarar?
        </a>
      </p>
      <Grafica
        titulo="Lo reportado frente a cada tope"
        hasta={100}
        leyenda={{ resto: 'Reportado', vencidos: 'Llegó al tope' }}
        barras={topes.map((t) => ({
          nombre: t.nombre,
          dice: t.porcentaje === undefined ? 'no se sabe' : `${t.porcentaje} % del tope`,
          tramos: [
            {
              clase: t.resultado === 'obliga' ? 'vencidos' : 'resto',
              valor: Math.min(100, t.porcentaje ?? 0),
            },
          ],
        }))}
      />
      <Tabla
        titulo="Lo reportado frente a cada tope"
        tituloOculto
        conCabezas
        columnas={[
          { titulo: 'Tope' },
          { titulo: 'Reportado', numerica: true },
          { titulo: 'Tope de la ley', numerica: true },
          { titulo: 'Va en', numerica: true },
          { titulo: 'Resultado' },
        ]}
        filas={topes.map((t) => [
          t.nombre,
          t.valor === undefined ? 'Sin valor conocido' : <Monto pesos={t.valor} />,
          <Monto pesos={t.tope} />,
          t.porcentaje === undefined ? '—' : `${t.porcentaje} %`,
          <>
            <Resultado de={t.resultado} /> <span class="nota">({t.norma})</span>
          </>,
        ])}
      />
    </section>
  );
}

/** By who reported it, each record with its amounts. */
function LoDeCadaUno({ r, deCadaUno }: Props): VNode | null {
  const porInformante = new Map<string, Reportado[]>();
  for (const x of r.reportados) {
    const { nit } = x.reporte.informante;
    porInformante.set(nit, [...(porInformante.get(nit) ?? []), x]);
  }
  if (porInformante.size === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Quién reportó qué</h2>
      {[...porInformante].map(([nit, suyos]) => (
        <section>
          <h3 class="govuk-heading-s">
            {suyos[0]?.reporte.informante.nombre}, NIT {formatearNit(nit)}
          </h3>
          {suyos.map((x) => (
            <UnRegistro x={x} anio={r.anio}>
              {deCadaUno(x)}
            </UnRegistro>
          ))}
        </section>
      ))}
    </section>
  );
}

function UnRegistro({
  x,
  anio,
  children,
}: {
  x: Reportado;
  anio: number;
  children: ComponentChildren;
}): VNode {
  const { uso, desde } = x;
  return (
    <>
      {uso.frases.map((f) => (
        <p class="govuk-body">{f}</p>
      ))}
      {uso.datos.length === 0 ? null : (
        <Tabla
          titulo={`Lo que reportó y dónde iría en su declaración de ${anio}`}
          tituloOculto
          conCabezas
          columnas={[
            { titulo: 'Detalle' },
            { titulo: 'Valor', numerica: true },
            { titulo: 'Uso que se sugiere' },
          ]}
          filas={uso.datos.map((d) => [d.detalle, formatearPesos(BigInt(d.valor)), d.usoEnLlano])}
        />
      )}
      <p class="govuk-body-s">
        {uso.adicional} Presentado el {formatearFecha(desde)}.
      </p>
      {children}
    </>
  );
}
