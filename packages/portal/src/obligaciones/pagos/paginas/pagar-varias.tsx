import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { conMayuscula } from '@autogestion/normas/texto';
import {
  Boton,
  CampoPesos,
  camposDe,
  Formulario,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
} from '../../../interfaz/index.ts';
import type { Formulario as Escrito } from '../../../plataforma/index.ts';
import { EscogerDeudas } from '../../estado/index.ts';
import type { ObligacionConEstado } from '../../libro/index.ts';
import { campoDelValor, type VariasCalculadas } from '../calcular-varias.ts';
import { totalDeRenglon } from '../recibo.ts';
import { ComoQueda, DiaDelPago, PorQueSeReparteAsi, VerComoQueda } from './como-queda.tsx';
import { TablaDeVarias } from './tabla-de-varias.tsx';

const TITULO = 'Pagar varias deudas con un solo recibo';

const migas = (base: string) => [
  { texto: 'Inicio', href: base },
  { texto: 'Estado de obligaciones', href: `${base}/obligaciones` },
];

/** To choose which debts: where one arrives without having chosen any that can be paid. */
export const paginaEscoger = (o: {
  deudas: readonly ObligacionConEstado[];
  enFacilidad: ReadonlyMap<string, string>;
  marcadas: readonly string[] | undefined;
  error: string | undefined;
  /** `/de/<titular>` */
  base: string;
}): string =>
  renderizarPagina(
    <Pagina titulo={TITULO} migas={migas(o.base)} errores={o.error === undefined ? {} : { deudas: o.error }}>
      <EscogerDeudas {...o} accion={`${o.base}/obligaciones/pagar`} />
    </Pagina>,
  );

interface Props {
  /** Everything of each, today. */
  hoy: VariasCalculadas;
  /** What was chosen; nothing while there is something to correct. */
  elegido: VariasCalculadas | undefined;
  ultimoDia: Fecha;
  escrito: Escrito;
  errores: Record<string, string>;
  /** `/de/<titular>` */
  base: string;
}

const cual = (d: ObligacionConEstado): string => obligacionEnPalabras(d.concepto, d.anio, d.periodo);

/** How much of each debt, on which day, and where it goes before it is paid: one slip, one number, one payment. */
export function paginaPagarVarias(o: Props): string {
  const { hoy, base } = o;
  const aqui = `${base}/obligaciones/pagar`;
  const campo = camposDe({ valores: o.escrito, errores: o.errores });
  return renderizarPagina(
    <Pagina titulo={TITULO} ancho="ancha" errores={o.errores} migas={migas(base)} islas={['calculo']}>
      <p class="govuk-body-l">
        {hoy.renglones.length === 1 ? 'Escogió una deuda' : `Escogió ${hoy.renglones.length} deudas`}. Hoy
        debe de {hoy.renglones.length === 1 ? 'ella' : 'ellas'} {formatearPesos(hoy.total)}.
      </p>
      <Formulario accion={aqui} unaVez>
        <ag-calculo data-a={`${aqui}/cuenta`} data-de="asi-queda">
          {hoy.renglones.map(({ deuda, pago }) => (
            <>
              <input type="hidden" name="deudas" value={deuda.idPublico} />
              <CampoPesos
                {...campo.texto(campoDelValor(deuda.idPublico))}
                etiqueta={`Cuánto va a pagar de ${cual(deuda)}`}
                ayuda={`Hoy debe ${formatearPesos(pago.debe)}. Déjelo vacío para pagar todo lo que deba el día que paga.`}
              />
            </>
          ))}
          <DiaDelPago campo={campo} ultimoDia={o.ultimoDia} />
        </ag-calculo>
        <ComoQueda>{o.elegido && <AsiQueda varias={o.elegido} />}</ComoQueda>
        <GrupoDeBotones>
          <Boton>Hacer un solo recibo</Boton>
          <VerComoQueda aqui={aqui} />
          <a class="govuk-link" href={aqui}>
            Escoger otras deudas
          </a>
        </GrupoDeBotones>
      </Formulario>
    </Pagina>,
  );
}

function AsiQueda({ varias }: { varias: VariasCalculadas }) {
  const { renglones, total, dia } = varias;
  const queda = renglones.reduce((s, r) => s + totalDeRenglon(r.pago.queda), 0n);
  const salvedades = [...new Set(renglones.flatMap((r) => r.pago.salvedades))];
  return (
    <>
      <TablaDeVarias
        titulo={`Así se reparten los ${formatearPesos(total)}, si los paga el ${formatearFecha(dia)}`}
        renglones={renglones.map(({ deuda, pago }) => ({
          cual: conMayuscula(cual(deuda)),
          montos: pago.montos,
          queda: totalDeRenglon(pago.queda),
        }))}
      />
      <p class="govuk-body">
        {queda === 0n
          ? 'Después de pagar no queda debiendo nada de esto.'
          : `Después de pagar queda debiendo ${formatearPesos(queda)} de estas deudas.`}{' '}
        El recibo tiene un solo número y se paga una sola vez. Si entra menos del total, se abona en el orden
        de la tabla.
      </p>
      <PorQueSeReparteAsi salvedades={salvedades} />
    </>
  );
}
