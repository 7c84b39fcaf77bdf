import { formatearPesos } from '@autogestion/normas/dinero';
import { CONCEPTOS } from '@autogestion/normas/estado-de-cuenta';
import { plazoParaCorregir } from '@autogestion/normas/correcciones';
import { formatearFecha, formatearFechaHora, type Fecha } from '@autogestion/normas/fechas';
import { conMayuscula } from '@autogestion/normas/texto';
import type { VNode } from 'preact';
import {
  Advertencia,
  Boton,
  Detalles,
  EnlaceBoton,
  Formulario,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
} from '../../../interfaz/index.ts';
import { claseDe } from '../../clases/index.ts';
import { ContraElAnioPasado, DeDondeSale, dePresentada, todas } from '../../llenar/index.ts';
import { valorEn } from '../../prellenado/index.ts';
import type { Declaracion } from '../declaraciones.ts';

interface Props {
  d: Declaracion;
  titular: string;
  sellado: boolean;
  /** Signed, and not filed until it is paid whole. */
  pendiente: boolean;
  hoy: Fecha;
  puedeCorregir: boolean;
  /** What the return of the year before says of a box. */
  pasado: ((clave: string) => bigint) | undefined;
}

/** The receipt of a return: that it was filed, its numbers, what it leaves to be paid and what comes next. */
export function paginaPresentada(o: Props): string {
  const { d, titular } = o;
  const { formalizaElPago, nombre: como } = claseDe(d.formulario);
  const nombre = como(d.anio, d.periodo);
  const pendiente = o.pendiente && !d.reemplazadaPor ? formalizaElPago : undefined;
  const porPagar = d.acto.posiciones.reduce((s, p) => s + p.impuesto + p.sancion, 0);
  const suya = dePresentada(titular, d.idPublico);
  return renderizarPagina(
    <Pagina
      titulo={`${nombre}: ${pendiente ? pendiente.estado.toLowerCase() : 'presentada'}`}
      encabezado={null}
      migas={[
        { texto: 'Inicio', href: `/de/${titular}` },
        { texto: 'Declaraciones', href: todas(titular) },
      ]}
      recargarCada={o.sellado ? undefined : 5}
    >
      <Panel
        titulo={
          pendiente
            ? `Firmada: ${pendiente.estado.toLowerCase()}`
            : d.reemplazadaPor
              ? 'Presentada, y después corregida'
              : 'Presentada'
        }
        tono={d.reemplazadaPor || pendiente ? 'ojo' : 'bien'}
      >
        {nombre}
        <br />
        Radicado <strong>{d.radicado}</strong>
      </Panel>
      {pendiente ? (
        <Advertencia>
          Todavía no está presentada. {pendiente.regla} ({pendiente.norma}).
        </Advertencia>
      ) : null}
      <ListaResumen
        filas={[
          { rotulo: 'Formulario', valor: `${d.formulario}, número ${d.numero}` },
          { rotulo: 'Cuándo', valor: `${formatearFechaHora(d.presentadaEn)}, hora de Colombia` },
          { rotulo: 'Plazo', valor: plazo(d) },
          ...d.acto.posiciones.map((p) => ({
            rotulo: conMayuscula(CONCEPTOS[p.concepto].enLlano),
            valor: posicion(p),
          })),
        ]}
      />
      {d.reemplazadaPor ? (
        <p class="govuk-body">
          Esta declaración fue reemplazada por{' '}
          <a class="govuk-link" href={dePresentada(titular, d.reemplazadaPor)}>
            su corrección
          </a>
          .
        </p>
      ) : null}
      <h2 class="govuk-heading-m">Lo que sigue</h2>
      {porPagar > 0 && !d.reemplazadaPor ? (
        <>
          <p class="govuk-body">
            {d.corrige
              ? `La declaración quedó en ${formatearPesos(BigInt(porPagar))} por pagar. Lo que ya pagó por la anterior sigue contando: vea cuánto falta en su estado de obligaciones.`
              : `Quedan ${formatearPesos(BigInt(porPagar))} por pagar. Haga el recibo en su estado de obligaciones: puede pagar en línea, en un banco o por cuotas.`}
          </p>
          <EnlaceBoton href={`/de/${titular}/obligaciones`}>
            {d.corrige ? 'Ver lo que falta y pagar' : 'Pagar'}
          </EnlaceBoton>
        </>
      ) : null}
      {o.sellado ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${suya}/pdf`}>
            Descargar la declaración (PDF)
          </a>
          . Lleva su firma y el sello de la oficina: cualquiera puede comprobarla.
        </p>
      ) : (
        <p class="govuk-body">
          El PDF se está haciendo: estará aquí en unos segundos.
          {pendiente ? '' : ' La declaración ya está presentada.'}
        </p>
      )}
      <SiAlgoQuedoMal {...o} suya={suya} />
      <LoDeclarado {...o} />
      <p class="govuk-body">
        Guarde el radicado.{' '}
        {pendiente
          ? 'Cuando pague todo, esta página dirá que está presentada.'
          : 'Esta página no cambia: vuelva cuando la necesite.'}
      </p>
    </Pagina>,
  );
}

/** Folded, because it is a receipt: where its tax comes from, and beside the year before. */
function LoDeclarado({ d, pasado }: Props): VNode | null {
  const clase = claseDe(d.formulario);
  const props = { clase, anio: d.anio, valor: valorEn(d.acto.casillas) };
  if (clase.periodos.length > 1) return null;
  return (
    <Detalles
      resumen={
        clase.deDondeSale
          ? 'De dónde sale su impuesto, y cómo cambió frente al año pasado'
          : 'Cómo cambió frente al año pasado'
      }
    >
      <DeDondeSale {...props} />
      <ContraElAnioPasado {...props} pasado={pasado} />
    </Detalles>
  );
}

/** Until when it can be corrected and how, and what it was before. */
function SiAlgoQuedoMal({ d, hoy, puedeCorregir, suya }: Props & { suya: string }): VNode {
  const { vence } = d;
  const hasta = plazoParaCorregir({ vence, diferencia: 0n });
  const menos = plazoParaCorregir({ vence, diferencia: -1n });
  return (
    <>
      <h2 class="govuk-heading-m">Si algo quedó mal</h2>
      {d.reemplazadaPor ? null : hoy > hasta.hasta ? (
        <p class="govuk-body">
          El plazo para corregirla terminó el {formatearFecha(hasta.hasta)} ({hasta.norma}).
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {hoy > menos.hasta
              ? `Hasta el ${formatearFecha(hasta.hasta)} puede corregirla si paga lo mismo o más (${hasta.norma}). Para pagar menos, o tener más a favor, el plazo terminó el ${formatearFecha(menos.hasta)} (${menos.norma}).`
              : `Puede corregirla hasta el ${formatearFecha(hasta.hasta)} si paga lo mismo o más (${hasta.norma}), y hasta el ${formatearFecha(menos.hasta)} si paga menos o tiene más a favor (${menos.norma}).`}
          </p>
          {puedeCorregir ? (
            <Formulario accion={`${suya}/corregir`} unaVez>
              <Boton variante="secundario">Corregir</Boton>
            </Formulario>
          ) : null}
        </>
      )}
      {d.corrige || d.reemplazadaPor ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${suya}/historia`}>
            Ver cada versión y lo que cambió
          </a>
        </p>
      ) : null}
    </>
  );
}

function plazo({ vence, presentada }: Declaracion): string {
  return presentada > vence
    ? `Venció el ${formatearFecha(vence)}: se presentó tarde`
    : `Vencía el ${formatearFecha(vence)}: a tiempo`;
}

function posicion({ impuesto, sancion, aFavor }: Declaracion['acto']['posiciones'][number]): string {
  if (aFavor > 0) return `Saldo a favor de ${formatearPesos(BigInt(aFavor))}`;
  if (impuesto + sancion === 0) return 'Nada por pagar';
  const total = formatearPesos(BigInt(impuesto + sancion));
  return sancion > 0 ? `${total}, de los que ${formatearPesos(BigInt(sancion))} son sanción` : total;
}
