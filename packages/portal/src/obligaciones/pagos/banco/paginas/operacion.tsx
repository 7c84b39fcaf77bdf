import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha } from '@autogestion/normas/fechas';
import {
  EnlaceBoton,
  ListaResumen,
  Pagina,
  RegionViva,
  renderizarPagina,
} from '../../../../interfaz/index.ts';
import { NOVEDADES } from '../../novedades.ts';
import type { PagoRecibido, Recibo } from '../../recibo.ts';
import type { EstadoDeOperacion, Operacion } from '../operacion.ts';

interface Props {
  operacion: Operacion;
  recibo: Recibo;
  /** What entered by it. */
  pago: PagoRecibido | undefined;
  /** `/de/<titular>` */
  base: string;
}

const TITULO: Readonly<Record<EstadoDeOperacion, string>> = {
  empezada: 'El banco aún no recibe su pago',
  'en-el-banco': 'Termine su pago en el banco',
  pendiente: 'El banco aún no confirma su pago',
  aprobada: 'Pago recibido',
  rechazada: 'El banco no hizo el pago',
};

/** How often it is looked again while the bank has not said how it ended, seconds. */
const CADA = 5;

/** How a payment in line stands, as the bank told it, and what there is to do. It says so by itself when it changes. */
export function paginaOperacion(o: Props): string {
  const { estado } = o.operacion;
  const enEspera = estado !== 'aprobada' && estado !== 'rechazada';
  return renderizarPagina(
    <Pagina
      titulo={TITULO[estado]}
      encabezado={null}
      migas={[
        { texto: 'Inicio', href: o.base },
        { texto: 'Estado de obligaciones', href: `${o.base}/obligaciones` },
      ]}
      recargarCada={enEspera ? CADA : undefined}
    >
      <RegionViva id="pago" {...(enEspera && { recargarCada: CADA })}>
        <h1 class="govuk-heading-l">{TITULO[estado]}</h1>
        <QueHacer {...o} />
        <ListaResumen
          filas={[
            {
              rotulo: 'Paga',
              valor: o.recibo.renglones
                .map((r) => obligacionEnPalabras(r.concepto, r.anio, r.periodo))
                .join('; '),
            },
            { rotulo: 'Valor', valor: formatearPesos(o.pago?.valor ?? o.operacion.valor) },
            ...(o.pago
              ? [
                  { rotulo: 'Número del banco', valor: o.pago.referencia },
                  { rotulo: 'Día en que entró', valor: formatearFecha(o.pago.dia) },
                ]
              : []),
            {
              rotulo: 'Recibo',
              valor: (
                <a class="govuk-link" href={deRecibo(o)}>
                  {o.recibo.numero}
                </a>
              ),
            },
          ]}
        />
      </RegionViva>
    </Pagina>,
  );
}

const deRecibo = ({ base, recibo }: Props): string => `${base}/obligaciones/recibos/${recibo.numero}`;

function QueHacer(o: Props) {
  const { estado, ir } = o.operacion;
  switch (estado) {
    case 'empezada':
      return (
        <>
          <p class="govuk-body">
            No se le ha cobrado nada. Vuelva al recibo y oprima otra vez «Pagar en línea».
          </p>
          <EnlaceBoton href={deRecibo(o)}>Volver al recibo</EnlaceBoton>
        </>
      );
    case 'en-el-banco':
      return (
        <>
          <p class="govuk-body">
            Si ya terminó allá, <strong>no pague otra vez</strong>: esta página cambia cuando el banco
            confirme. Si no ha terminado, siga en el banco.
          </p>
          {ir === undefined ? null : <EnlaceBoton href={ir}>Ir al banco a pagar</EnlaceBoton>}
        </>
      );
    case 'pendiente':
      return (
        <p class="govuk-body">
          <strong>No pague otra vez.</strong> El banco está revisando el pago, y puede tardar. No tiene que
          quedarse aquí: cuando entre el dinero le avisamos por correo, y cuenta desde el día en que entró. Si
          mañana sigue así, pregunte en su banco.
        </p>
      );
    case 'aprobada':
      return (
        <>
          <p class="govuk-body">El dinero entró y ya está abonado. Le enviamos la constancia por correo.</p>
          {(o.pago?.novedades ?? []).map((n) => (
            <p class="govuk-body">{NOVEDADES[n].persona}</p>
          ))}
        </>
      );
    case 'rechazada':
      return (
        <>
          <p class="govuk-body">
            No entró ningún dinero. Si en su cuenta aparece un descuento, pregunte en su banco antes de pagar
            otra vez.
          </p>
          <EnlaceBoton href={deRecibo(o)}>Volver al recibo</EnlaceBoton>
        </>
      );
  }
}
