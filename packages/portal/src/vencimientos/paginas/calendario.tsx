import { formatearPesos } from '@autogestion/normas/dinero';
import { MESES, type Fecha } from '@autogestion/normas/fechas';
import { SANCION_MINIMA, TARIFAS_DE_EXTEMPORANEIDAD } from '@autogestion/normas/sanciones';
import { enPesos, uvt, uvtParaOrientar } from '@autogestion/normas/uvt';
import {
  Boton,
  camposDe,
  Detalles,
  Dibujo,
  Etiqueta,
  HojaDeCalendario,
  Pagina,
  Radios,
  renderizarPagina,
} from '../../interfaz/index.ts';
import type { Ingresos } from '../lo-que-dice.ts';
import { cuantoFalta, diaDelMes } from '../palabras.ts';
import type { LineaDelCalendario } from '../proximos.ts';

interface Props {
  lineas: readonly LineaDelCalendario[];
  /** The one question that settles what is double, with its sum; absent where nothing is. */
  pregunta: { tope: bigint; ingresos: Ingresos | undefined } | undefined;
  hoy: Fecha;
  /** `/de/<titular>` */
  base: string;
}

/** The person's own calendar, month by month: what falls due, how much it costs to be late, and the way to one's own. */
export const paginaCalendario = (o: Props) =>
  renderizarPagina(
    <Pagina titulo="Fechas para declarar" ancho="ancha" migas={[{ texto: 'Inicio', href: o.base }]}>
      <div class="casa">
        <div>
          <p class="govuk-body">De hoy a un año, según lo que hoy dice el RUT.</p>
          {o.pregunta ? <Pregunta {...o.pregunta} base={o.base} /> : null}
          {o.lineas.length === 0 ? <Nada /> : null}
          {mesesDe(o.lineas).map(({ mes, lineas }) => (
            <section class="mes">
              <h2 class="govuk-heading-m">{mesEnLetras(mes)}</h2>
              <ul class="fechas">
                {lineas.map((l) => (
                  <UnaFecha linea={l} {...o} />
                ))}
              </ul>
            </section>
          ))}
        </div>
        {o.lineas.length > 0 ? (
          <div>
            <SiSePasa {...o} />
            <section class="ficha">
              <h2 class="ficha__titulo">En su calendario</h2>
              <div class="ficha__cuerpo">
                <p>Un archivo con todas las fechas, que avisa una semana antes de cada una.</p>
                <a class="govuk-button govuk-button--secondary" href={archivo(o)} download>
                  Agregar todas
                </a>
              </div>
            </section>
          </div>
        ) : null}
      </div>
    </Pagina>,
  );

const Nada = () => (
  <div class="vacio">
    <Dibujo nombre="vacio" />
    <p class="govuk-body">Con lo que dice el RUT no se le vence nada en el próximo año.</p>
  </div>
);

function Pregunta({ tope, ingresos, base }: NonNullable<Props['pregunta']> & { base: string }) {
  const campo = camposDe({ valores: { ingresos: ingresos ?? '' }, errores: {} });
  return (
    <form class="una-pregunta" method="get" action={`${base}/vencimientos`}>
      <Radios
        {...campo.texto('ingresos')}
        etiqueta={`¿Sus ingresos de un año llegan a ${formatearPesos(tope)} (92.000 UVT)?`}
        ayuda="De eso depende si declara IVA cada dos meses o cada cuatro (ET 600). No lo guardamos."
        opciones={[
          { valor: 'no', texto: 'No llegan' },
          { valor: 'si', texto: 'Sí llegan' },
        ]}
        enLinea
      />
      <Boton variante="secundario">Ver mis fechas</Boton>
    </form>
  );
}

function UnaFecha({ linea: l, hoy, base, pregunta }: { linea: LineaDelCalendario } & Props) {
  return (
    <li class="fecha">
      <HojaDeCalendario fecha={l.fecha} />
      <div class="fecha__que">
        <h3 class="govuk-heading-s">
          {diaDelMes(l.fecha)}: {l.nombre}
        </h3>
        <p>
          {cuantoFalta(l.fecha, hoy)}
          {l.porConfirmar ? (
            <>
              . <Etiqueta tono="ojo">POR CONFIRMAR</Etiqueta>
            </>
          ) : (
            '.'
          )}{' '}
          <a href={archivo({ base, pregunta }, l.fecha)} download>
            Agregar al calendario
            <span class="govuk-visually-hidden">: {l.nombre}</span>
          </a>
        </p>
        <Detalles
          resumen={
            <>
              {l.porConfirmar ? 'Por qué puede tocarle' : 'Por qué ese día'}
              <span class="govuk-visually-hidden">: {l.nombre}</span>
            </>
          }
        >
          {l.vencimientos.map((v) => (
            <>
              <p class="govuk-body">{v.motivo.razon}</p>
              <p class="govuk-body">
                {v.regla} ({v.motivo.articulo})
              </p>
            </>
          ))}
        </Detalles>
      </div>
    </li>
  );
}

/** What being late costs: of returns alone, by whoever files before being summoned. */
function SiSePasa({ lineas, hoy }: Props) {
  if (!lineas.some((l) => l.vencimientos.some((v) => v.seDeclara))) return null;
  const { anio, provisional } = uvtParaOrientar(Number(hoy.slice(0, 4)));
  const minima = enPesos(uvt(String(SANCION_MINIMA.uvt)), anio).aproximado;
  const { impuesto, norma } = TARIFAS_DE_EXTEMPORANEIDAD.antes;
  return (
    <section class="ficha">
      <h2 class="ficha__titulo">Si declara tarde</h2>
      <dl class="ficha__datos">
        <div>
          <dt>Por cada mes o parte de mes</dt>
          <dd>{impuesto.mensual} % del impuesto</dd>
        </div>
        <div>
          <dt>Como mínimo{provisional ? `, en pesos de ${anio}` : ''}</dt>
          <dd>{formatearPesos(minima)}</dd>
        </div>
        <div>
          <dt>Y, si debía pagar</dt>
          <dd>intereses por cada día</dd>
        </div>
      </dl>
      <p class="ficha__pie">
        {norma}, {SANCION_MINIMA.norma} y ET 634. Puede rebajarse si es la primera vez (ET 640).
      </p>
    </section>
  );
}

function archivo({ base, pregunta }: Pick<Props, 'base' | 'pregunta'>, dia?: Fecha): string {
  const consulta = new URLSearchParams({
    ...(pregunta?.ingresos && { ingresos: pregunta.ingresos }),
    ...(dia && { dia }),
  }).toString();
  return `${base}/vencimientos/calendario.ics${consulta ? `?${consulta}` : ''}`;
}

const mesEnLetras = (mes: string): string => {
  const nombre = MESES[Number(mes.slice(5)) - 1] ?? '';
  return `${nombre.slice(0, 1).toUpperCase()}${nombre.slice(1)} de ${mes.slice(0, 4)}`;
};

function mesesDe(lineas: readonly LineaDelCalendario[]) {
  const meses = [...new Set(lineas.map((l) => l.fecha.slice(0, 7)))];
  return meses.map((mes) => ({ mes, lineas: lineas.filter((l) => l.fecha.startsWith(mes)) }));
}
