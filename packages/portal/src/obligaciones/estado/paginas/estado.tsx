import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { conMayuscula } from '@autogestion/normas/texto';
import type { VNode } from 'preact';
import {
  Boton,
  Detalles,
  Dibujo,
  Etiqueta,
  Formulario,
  Pagina,
  renderizarPagina,
  type TonoDeEtiqueta,
  type Valores,
} from '../../../interfaz/index.ts';
import { fecha, Preguntar } from '../../../interfaz/preguntas/index.ts';
import { enlace } from '../../enlaces.ts';
import type { ObligacionConEstado } from '../../libro/index.ts';
import type { Cuenta } from '../cuenta.ts';
import { baseDe, conSuCorte } from '../direcciones.ts';
import { claseDe, enUnaLinea, etiquetaDe, totalEnUnaLinea, type ClaseDeEstado } from '../palabras.ts';
import { AccionesDeObligacion } from './acciones.tsx';
import { CifrasDeObligacion } from './cifras.tsx';
import { EscogerDeudas } from './escoger-deudas.tsx';
import { DeudaPorAnio } from './por-anio.tsx';

/** How far the statement is told: before, the office has no figures, and nobody knows the rates of so far ahead. */
export const LIMITES_DEL_DIA = { desde: '1990-01-01' as Fecha, hasta: '2100-12-31' as Fecha };

export const EL_DIA = fecha<unknown>({
  campo: 'al',
  ayuda: 'Puede ser un día que ya pasó o uno que viene. Por ejemplo, 30 6 2026',
  limites: LIMITES_DEL_DIA,
});

export const TONO_DE_ESTADO: Readonly<Record<ClaseDeEstado, TonoDeEtiqueta>> = {
  vencida: 'mal',
  'en-plazo': 'ojo',
  'por-reintegrar': 'ojo',
  'a-favor': 'informacion',
  'al-dia': 'bien',
};

interface Props {
  cuenta: Cuenta;
  /** Of today's statement: the facility in force that covers each obligation. */
  enFacilidad: ReadonlyMap<string, string>;
  /** Opaque. */
  titular: string;
  /** The cut came in the address: the figures are those of then. */
  fija: boolean;
  valores?: Valores;
  errores?: Record<string, string>;
}

/** What somebody owes on a day: the total first, then one card for each obligation, then by year. */
export function paginaEstado(o: Props): string {
  const { cuenta, titular, errores = {} } = o;
  const { obligaciones, al, hoy } = cuenta;
  const alDia = obligaciones.filter((x) => claseDe(x.estado) === 'al-dia');
  return renderizarPagina(
    <Pagina
      titulo="Estado de obligaciones"
      ancho="ancha"
      errores={errores}
      migas={[{ texto: 'Inicio', href: `/de/${titular}` }]}
    >
      <p class="total-de-obligaciones">{totalEnUnaLinea(cuenta, al, hoy)}</p>
      <DeCuando {...o} />
      {obligaciones.length === 0 ? <Nada /> : null}
      {obligaciones
        .filter((x) => !alDia.includes(x))
        .map((x) => (
          <Tarjeta obligacion={x} {...o} />
        ))}
      {alDia.length > 0 ? (
        <Detalles
          resumen={alDia.length === 1 ? 'Una obligación al día' : `${alDia.length} obligaciones al día`}
          abierto={alDia.length === obligaciones.length}
        >
          {alDia.map((x) => (
            <Tarjeta obligacion={x} {...o} />
          ))}
        </Detalles>
      ) : null}
      <PagarVarias {...o} />
      <Salvedades salvedades={cuenta.salvedades} />
      <DeudaPorAnio obligaciones={obligaciones} />
      <Detalles resumen="Ver cuánto debía o deberá otro día" abierto={errores.al !== undefined}>
        <Formulario accion={baseDe(titular)} ocultos={o.fija ? { corte: String(cuenta.libro.corte) } : {}}>
          <Preguntar pregunta={EL_DIA} nombre="Qué día" valores={o.valores ?? { al }} errores={errores} />
          <Boton variante="secundario">Ver ese día</Boton>
        </Formulario>
      </Detalles>
      <Llevar {...o} />
    </Pagina>,
  );
}

const Nada = (): VNode => (
  <div class="vacio">
    <Dibujo nombre="vacio" />
    <p class="govuk-body">La oficina no tiene registrado nada que usted deba ni haya pagado.</p>
  </div>
);

/** Of which day and of what was known the figures are, where they are not simply those of now. */
function DeCuando({ cuenta, titular, fija }: Props): VNode | null {
  const { al, hoy } = cuenta;
  if (!fija && al === hoy) return null;
  return (
    <p class="govuk-body">
      Cifras del {formatearFecha(al)}
      {fija ? ', con lo que la oficina tenía registrado cuando se guardó esta dirección' : ''}.{' '}
      <a class="govuk-link" href={baseDe(titular)}>
        Ver las de hoy
      </a>
    </p>
  );
}

function Tarjeta({
  obligacion: o,
  cuenta,
  enFacilidad,
  titular,
}: { obligacion: ObligacionConEstado } & Props): VNode {
  const cual = obligacionEnPalabras(o.concepto, o.anio, o.periodo);
  const clase = claseDe(o.estado);
  const suya = conSuCorte(`${baseDe(titular)}/${o.idPublico}`, cuenta);
  return (
    <section class="obligacion">
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={suya}>
          {conMayuscula(cual)}
        </a>{' '}
        <Etiqueta tono={TONO_DE_ESTADO[clase]}>{etiquetaDe(o.estado)}</Etiqueta>
      </h2>
      <p class="govuk-body">{enUnaLinea(o, cuenta.hoy)}</p>
      <EnFacilidad facilidad={enFacilidad.get(o.idPublico)} titular={titular} />
      {clase === 'a-favor' ? <QueHacerConElExceso /> : null}
      <AccionesDeObligacion obligacion={o} titular={titular} cual={cual} />
      <Detalles
        resumen={
          <>
            Ver las cifras<span class="govuk-visually-hidden"> de {cual}</span>
          </>
        }
      >
        <CifrasDeObligacion obligacion={o} titulo={`Cifras de ${cual}`} derivacion={suya} />
      </Detalles>
    </section>
  );
}

/** Several debts, one slip. Of today's figures alone: with others there is nothing to pay. */
function PagarVarias({ cuenta, enFacilidad, titular, fija }: Props): VNode | null {
  const accion = enlace('obligaciones.pagar-varias', { titular });
  const deudas = cuenta.obligaciones.filter((o) => o.estado.debe > 0n);
  if (accion === undefined || fija || cuenta.al !== cuenta.hoy || deudas.length < 2) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Pagar varias con un solo recibo</h2>
      <EscogerDeudas {...{ accion, deudas, enFacilidad }} />
    </section>
  );
}

/** That a debt is being paid by instalments, and where they are. */
export const EnFacilidad = ({ facilidad, titular }: { facilidad: string | undefined; titular: string }) =>
  facilidad === undefined ? null : (
    <p class="govuk-body">
      <Etiqueta tono="informacion">EN FACILIDAD DE PAGO</Etiqueta> La paga por cuotas.{' '}
      <a class="govuk-link" href={`${baseDe(titular)}/facilidades/${facilidad}`}>
        Ver sus cuotas
      </a>
    </p>
  );

export const QueHacerConElExceso = (): VNode => (
  <p class="govuk-body-s">
    Pagó más de lo que debía. Si ese pago era de otra deuda, puede pedir que se mueva. Si no, la ley le
    permite pedir que se lo devuelvan o que pague otra deuda suya (ET 815 y 850).
  </p>
);

export function Salvedades({ salvedades }: { salvedades: readonly string[] }): VNode | null {
  if (salvedades.length === 0) return null;
  return (
    <Detalles resumen="Lo que debe saber de estas cifras">
      <ul class="govuk-list govuk-list--bullet">
        {salvedades.map((s) => (
          <li>{s}</li>
        ))}
      </ul>
    </Detalles>
  );
}

/** What one takes away: the address that always says the same, and whatever else this office gives. */
function Llevar({ cuenta, titular }: Props): VNode {
  const certificados = enlace('obligaciones.certificados', { titular });
  return (
    <section>
      <h2 class="govuk-heading-m">Para guardar o compartir</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={conSuCorte(baseDe(titular), cuenta)}>
            La dirección que siempre dará estas mismas cifras
          </a>
        </li>
        <li>
          <a class="govuk-link" href={conSuCorte(`${baseDe(titular)}/estado.csv`, cuenta)} download>
            Descargar para una hoja de cálculo (CSV)
          </a>
        </li>
        {certificados ? (
          <li>
            <a class="govuk-link" href={certificados}>
              Pedir un certificado sellado, en PDF
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
