import { formatearPesos } from '@autogestion/normas/dinero';
import { fechaEnBogota, formatearFecha, MESES, type Fecha } from '@autogestion/normas/fechas';
import { SANCION_MINIMA, TARIFAS_DE_EXTEMPORANEIDAD } from '@autogestion/normas/sanciones';
import { enPesos, uvt, uvtParaOrientar } from '@autogestion/normas/uvt';
import {
  Boton,
  camposDe,
  Detalles,
  Dibujo,
  Etiqueta,
  Formulario,
  HojaDeCalendario,
  Pagina,
  Radios,
  renderizarPagina,
} from '../../interfaz/index.ts';
import type { PreguntaDeIngresos } from '../lo-que-dice.ts';
import { cuantoFalta, diaDelMes } from '../palabras.ts';
import type { LineaDelCalendario } from '../proximos.ts';

interface Props {
  lineas: readonly LineaDelCalendario[];
  /** What settles what is double, with what was told; none where nothing is. */
  preguntas: readonly PreguntaDeIngresos[];
  errores: Record<string, string>;
  /** Whether whoever looks may tell it: others read what is missing. */
  puedeDecir: boolean;
  hoy: Fecha;
  /** `/de/<titular>` */
  base: string;
}

/** The person's own calendar, month by month: what falls due, how much it costs to be late, and the way to one's own. */
export const paginaCalendario = (o: Props) =>
  renderizarPagina(
    <Pagina
      titulo="Fechas para declarar"
      errores={o.errores}
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: o.base }]}
    >
      <div class="casa">
        <div>
          <p class="govuk-body">De hoy a un año, según lo que hoy dice el RUT.</p>
          {o.preguntas.map((p) => (
            <Pregunta pregunta={p} {...o} />
          ))}
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

function Pregunta({
  pregunta: { anio, tope, dicho },
  base,
  errores,
  puedeDecir,
}: { pregunta: PreguntaDeIngresos } & Props) {
  const suma = `${formatearPesos(tope)} (92.000 UVT)`;
  const formulario = (
    <Formulario accion={`${base}/vencimientos`} ocultos={{ anio }}>
      <Radios
        {...camposDe({ valores: { respuesta: dicho ? (dicho.llegan ? 'si' : 'no') : '' }, errores }).texto(
          'respuesta',
        )}
        etiqueta={`¿Sus ingresos de ${anio} llegaron a ${suma}?`}
        ayuda={`De eso depende si en ${anio + 1} declara IVA cada dos meses o cada cuatro (ET 600). Lo guardamos: puede cambiarlo, y se lo preguntamos cada año.`}
        opciones={[
          { valor: 'no', texto: 'No llegaron' },
          { valor: 'si', texto: 'Sí llegaron' },
        ]}
        enLinea
      />
      <Boton variante="secundario">{dicho ? 'Cambiar mi respuesta' : 'Ver mis fechas'}</Boton>
    </Formulario>
  );
  if (!dicho && puedeDecir) return <div class="una-pregunta">{formulario}</div>;
  if (!dicho)
    return (
      <p class="govuk-body">
        Falta que el titular diga si sus ingresos de {anio} llegaron a {suma}: de eso depende cada cuánto
        declara IVA.
      </p>
    );
  return (
    <>
      <p class="govuk-body">
        El IVA de {anio + 1} va cada {dicho.llegan ? 'dos' : 'cuatro'} meses: el{' '}
        {formatearFecha(fechaEnBogota(dicho.en))} usted dijo que sus ingresos de {anio}{' '}
        {dicho.llegan ? '' : 'no '}llegaron a {suma}.
      </p>
      {puedeDecir ? <Detalles resumen={`Cambiar lo que dijo de ${anio}`}>{formulario}</Detalles> : null}
    </>
  );
}

function UnaFecha({ linea: l, hoy, base }: { linea: LineaDelCalendario } & Props) {
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
          <a href={archivo({ base }, l.fecha)} download>
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

const archivo = ({ base }: Pick<Props, 'base'>, dia?: Fecha): string =>
  `${base}/vencimientos/calendario.ics${dia ? `?dia=${dia}` : ''}`;

const mesEnLetras = (mes: string): string => {
  const nombre = MESES[Number(mes.slice(5)) - 1] ?? '';
  return `${nombre.slice(0, 1).toUpperCase()}${nombre.slice(1)} de ${mes.slice(0, 4)}`;
};

function mesesDe(lineas: readonly LineaDelCalendario[]) {
  const meses = [...new Set(lineas.map((l) => l.fecha.slice(0, 7)))];
  return meses.map((mes) => ({ mes, lineas: lineas.filter((l) => l.fecha.startsWith(mes)) }));
}
