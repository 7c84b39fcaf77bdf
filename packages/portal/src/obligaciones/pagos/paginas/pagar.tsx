import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import {
  Boton,
  CampoPesos,
  camposDe,
  Formulario,
  GrupoDeBotones,
  Pagina,
  Radios,
  renderizarPagina,
  Tabla,
  TextoInset,
} from '../../../interfaz/index.ts';
import type { Formulario as Escrito } from '../../../plataforma/index.ts';
import type { PagoCalculado } from '../calcular-pago.ts';
import { totalDeRenglon, type Montos } from '../recibo.ts';
import { ComoQueda, DiaDelPago, PorQueSeReparteAsi, VerComoQueda } from './como-queda.tsx';

interface Props {
  obligacion: { idPublico: string; concepto: string; anio: number; periodo: string };
  /** Everything, today. */
  hoy: PagoCalculado;
  /** What was chosen; nothing while there is something to correct. */
  pago: PagoCalculado | undefined;
  ultimoDia: Fecha;
  escrito: Escrito;
  errores: Record<string, string>;
  /** Slips of this obligation that may still be paid. */
  recibos: readonly { numero: string; total: bigint; paraEl: Fecha; conOtras: boolean }[];
  /** `/de/<titular>` */
  base: string;
}

/** How much, on which day, and where it goes before it is paid. */
export function paginaPagar(o: Props): string {
  const { obligacion: ob, hoy, base } = o;
  const cual = obligacionEnPalabras(ob.concepto, ob.anio, ob.periodo);
  const aqui = `${base}/obligaciones/${ob.idPublico}/pagar`;
  const campo = camposDe({ valores: o.escrito, errores: o.errores });
  return renderizarPagina(
    <Pagina
      titulo={`Pagar ${cual}`}
      errores={o.errores}
      migas={[
        { texto: 'Inicio', href: base },
        { texto: 'Estado de obligaciones', href: `${base}/obligaciones` },
      ]}
      islas={['calculo']}
    >
      <p class="govuk-body-l">Hoy debe {formatearPesos(hoy.debe)}.</p>
      <SinPagar {...o} />
      <Formulario accion={aqui} unaVez>
        <ag-calculo data-a={`${aqui}/cuenta`} data-de="asi-queda">
          <Radios
            {...campo.texto('cuanto')}
            etiqueta="¿Cuánto va a pagar?"
            opciones={[
              { valor: 'todo', texto: 'Todo lo que debe' },
              {
                valor: 'parte',
                texto: 'Una parte',
                condicional: (
                  <CampoPesos
                    {...campo.texto('valor')}
                    etiqueta="Cuánto"
                    ayuda="Puede escribirlo con puntos o sin ellos: 50.000 o 50000."
                  />
                ),
              },
            ]}
          />
          <DiaDelPago campo={campo} ultimoDia={o.ultimoDia} />
        </ag-calculo>
        <ComoQueda>{o.pago && <AsiQueda pago={o.pago} />}</ComoQueda>
        <GrupoDeBotones>
          <Boton>Hacer el recibo</Boton>
          <VerComoQueda aqui={aqui} />
        </GrupoDeBotones>
      </Formulario>
    </Pagina>,
  );
}

function SinPagar({ recibos, base }: Props) {
  if (recibos.length === 0) return null;
  return (
    <TextoInset>
      <p class="govuk-body">Ya tiene un recibo sin pagar de esto. No hace falta otro, si le sirve:</p>
      <ul class="govuk-list">
        {recibos.map((r) => (
          <li>
            <a class="govuk-link" href={`${base}/obligaciones/recibos/${r.numero}`}>
              Recibo {r.numero}, de {formatearPesos(r.total)}
            </a>
            {r.conOtras ? ', que paga también otras deudas' : ''}, para pagar hasta el{' '}
            {formatearFecha(r.paraEl)}
          </li>
        ))}
      </ul>
    </TextoInset>
  );
}

/** Where a payment goes, as a table and in a sentence what it leaves. */
function AsiQueda({ pago }: { pago: PagoCalculado }) {
  return (
    <>
      <TablaDeMontos
        titulo={`Así se reparten los ${formatearPesos(pago.valor)}, si los paga el ${formatearFecha(pago.dia)}`}
        montos={pago.montos}
      />
      <p class="govuk-body">{loQueQueda(pago)}</p>
      <PorQueSeReparteAsi salvedades={pago.salvedades} />
    </>
  );
}

export function TablaDeMontos({ titulo, montos }: { titulo: string; montos: Montos }) {
  const filas = [
    ['Al impuesto', montos.capital],
    ['A la sanción', montos.sancion],
    ['A los intereses', montos.interes],
  ] as const;
  return (
    <Tabla
      titulo={titulo}
      columnas={[{ titulo: 'Qué se paga' }, { titulo: 'Valor', numerica: true }]}
      conCabezas
      filas={[
        ...filas.filter(([, valor]) => valor > 0n).map(([que, valor]) => [que, formatearPesos(valor)]),
        ['Total', <strong>{formatearPesos(totalDeRenglon(montos))}</strong>],
      ]}
    />
  );
}

function loQueQueda({ queda, porDia }: PagoCalculado): string {
  const falta = totalDeRenglon(queda);
  if (falta === 0n) return 'Después de pagar no queda debiendo nada de esto.';
  const cada = porDia > 0n ? ` Cada día que pase suma ${formatearPesos(porDia)} de intereses.` : '';
  return `Después de pagar queda debiendo ${formatearPesos(falta)}.${cada}`;
}
