import { formatearPesos } from '@autogestion/normas/dinero';
import { conceptoDe, obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { fechaEnBogota, formatearFecha } from '@autogestion/normas/fechas';
import { RUBROS } from '@autogestion/normas/imputacion';
import { conMayuscula } from '@autogestion/normas/texto';
import {
  ArbolDeExplicacion,
  Etiqueta,
  Monto,
  Pagina,
  Paginacion,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import type { ObligacionConEstado } from '../../libro/index.ts';
import type { Cuenta } from '../cuenta.ts';
import { baseDe, conSuCorte, dondeSeHace } from '../direcciones.ts';
import type { Movimiento } from '../movimientos.ts';
import { queFalta } from '../que-falta.ts';
import { NOMBRE_DE_RUBRO } from '../rubros.ts';
import { claseDe, enUnaLinea, etiquetaDe } from '../palabras.ts';
import { AccionesDeObligacion } from './acciones.tsx';
import { CifrasDeObligacion } from './cifras.tsx';
import { QueFue } from './que-fue.tsx';
import { EnFacilidad, QueHacerConElExceso, Salvedades, TONO_DE_ESTADO } from './estado.tsx';

/** So many movements and payments at a time. */
const POR_PAGINA = 50;

interface Props {
  cuenta: Cuenta;
  titular: string;
  obligacion: ObligacionConEstado;
  /** The one in force that covers it, if this is today's statement. */
  facilidad: string | undefined;
  movimientos: readonly Movimiento[];
  /** Of movements and payments, from 1. */
  pagina: number;
}

/** One tax, year and period: the line, its figures, where each comes from, where each payment went and what happened. */
export function paginaObligacion(o: Props): string {
  const { cuenta, titular, obligacion, movimientos } = o;
  const { estado } = obligacion;
  const cual = obligacionEnPalabras(obligacion.concepto, obligacion.anio, obligacion.periodo);
  const paginas = Math.max(1, Math.ceil(Math.max(movimientos.length, estado.abonos.length) / POR_PAGINA));
  const pagina = Math.min(o.pagina, paginas);
  const desde = (pagina - 1) * POR_PAGINA;
  const suya = conSuCorte(`${baseDe(titular)}/${obligacion.idPublico}`, cuenta);
  const clase = claseDe(estado);
  return renderizarPagina(
    <Pagina
      titulo={conMayuscula(cual)}
      ancho="ancha"
      parteDe={conceptoDe(obligacion.concepto).nombre}
      migas={[
        { texto: 'Inicio', href: `/de/${titular}` },
        { texto: 'Estado de obligaciones', href: conSuCorte(baseDe(titular), cuenta) },
      ]}
    >
      <p class="total-de-obligaciones">
        {enUnaLinea(obligacion, cuenta.hoy)}{' '}
        <Etiqueta tono={TONO_DE_ESTADO[clase]}>{etiquetaDe(estado)}</Etiqueta>
      </p>
      <p class="govuk-body">
        Cifras del {formatearFecha(cuenta.al)}.{cuenta.al === cuenta.hoy ? '' : ' '}
        {cuenta.al === cuenta.hoy ? null : (
          <a class="govuk-link" href={`${baseDe(titular)}/${obligacion.idPublico}`}>
            Ver las de hoy
          </a>
        )}
      </p>
      <EnFacilidad facilidad={o.facilidad} titular={titular} />
      {clase === 'a-favor' ? <QueHacerConElExceso /> : null}
      <QueFalta {...o} />
      <AccionesDeObligacion obligacion={obligacion} titular={titular} cual={cual} />
      <CifrasDeObligacion obligacion={obligacion} titulo={`Cifras de ${cual}`} />
      <h2 class="govuk-heading-m">De dónde sale {formatearPesos(estado.debe)}</h2>
      <ArbolDeExplicacion explicacion={estado.explicacion} />
      <Salvedades salvedades={estado.salvedades} />
      <Pagos obligacion={obligacion} desde={desde} />
      <Movimientos movimientos={movimientos.slice(desde, desde + POR_PAGINA)} />
      <Paginacion
        actual={pagina}
        total={paginas}
        direccion={(n) => `${suya}&pagina=${n}`}
        etiqueta="Pagos y movimientos"
      />
    </Pagina>,
  );
}

/** What keeps it from being met; where something is to be done elsewhere, with the way there. */
function QueFalta({ obligacion: o, cuenta, titular }: Props) {
  const faltas = queFalta(o, cuenta.obligaciones);
  if (faltas.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {faltas.map((f) => {
        const donde = dondeSeHace(f, { titular, obligacion: o.idPublico });
        return (
          <li>
            {f.frase}{' '}
            {donde && f.donde === 'ya-pague' ? (
              <a class="govuk-link" href={donde}>
                Pedirlo
              </a>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Each payment and how much of it went to each thing: in the proportion of what was owed that day (ET 804). */
function Pagos({ obligacion: { estado: e }, desde }: { obligacion: ObligacionConEstado; desde: number }) {
  const rubros = RUBROS.filter((r) => e.pagado[r] > 0n);
  const abonos = e.abonos.toReversed().slice(desde, desde + POR_PAGINA);
  if (abonos.length === 0) return null;
  const sobra = abonos.some((a) => a.imputacion.exceso > 0n);
  return (
    <>
      <h2 class="govuk-heading-m">A dónde fue cada pago</h2>
      <p class="govuk-body">
        La ley reparte cada pago entre lo que se debía ese día, en la misma proporción (ET 804).
      </p>
      <Tabla
        titulo="A dónde fue cada pago"
        tituloOculto
        conCabezas
        columnas={[
          { titulo: 'Día' },
          { titulo: 'Pago', numerica: true },
          ...rubros.map((r) => ({ titulo: NOMBRE_DE_RUBRO[r], numerica: true })),
          ...(sobra ? [{ titulo: 'Quedó a favor', numerica: true }] : []),
        ]}
        filas={abonos.map(({ dia, imputacion: i }) => [
          formatearFecha(dia),
          <Monto pesos={RUBROS.reduce((s, r) => s + i.aplicado[r], i.exceso)} />,
          ...rubros.map((r) => <Monto pesos={i.aplicado[r]} />),
          ...(sobra ? [<Monto pesos={i.exceso} />] : []),
        ])}
      />
    </>
  );
}

function Movimientos({ movimientos }: { movimientos: readonly Movimiento[] }) {
  const ficticios = movimientos.some((m) => m.ficticio);
  return (
    <>
      <h2 class="govuk-heading-m">Lo que ha pasado</h2>
      {ficticios ? <p class="govuk-body">Son movimientos ficticios, de la demostración.</p> : null}
      <Tabla
        titulo="Movimientos"
        tituloOculto
        conCabezas
        vacia="No hay movimientos."
        columnas={[
          { titulo: 'Día' },
          { titulo: 'Qué' },
          { titulo: 'Valor', numerica: true },
          { titulo: 'Se registró' },
        ]}
        filas={movimientos.map((m) => [
          formatearFecha(m.dia),
          <QueFue {...m} />,
          <Monto pesos={m.valor} />,
          m.registradoEn ? formatearFecha(fechaEnBogota(m.registradoEn)) : '',
        ])}
      />
    </>
  );
}
