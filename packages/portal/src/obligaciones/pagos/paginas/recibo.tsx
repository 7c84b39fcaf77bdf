import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { conMayuscula } from '@autogestion/normas/texto';
import {
  Aviso,
  Boton,
  EnlaceBoton,
  Formulario,
  Pagina,
  RegionViva,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { NOVEDADES } from '../novedades.ts';
import {
  estadoDelRecibo,
  totalDelRecibo,
  type EstadoDelRecibo,
  type PagoRecibido,
  type Recibo,
} from '../recibo.ts';
import { TablaDeMontos } from './pagar.tsx';
import { TablaDeVarias } from './tabla-de-varias.tsx';

interface Props {
  recibo: Recibo;
  hoy: Fecha;
  /** Its PDF is sealed. */
  sellado: boolean;
  /** Whether one pays in line in this office. */
  enLinea: boolean;
  /** Whether whoever looks may do something with it. */
  puedePagar: boolean;
  /** `/de/<titular>` */
  base: string;
}

const TITULO: Readonly<Record<EstadoDelRecibo, string>> = {
  pagado: 'Recibo pagado',
  anulado: 'Recibo anulado',
  vencido: 'Recibo de un día que pasó',
  'por-pagar': 'Recibo por pagar',
};

/** A slip: what it pays, until when, what happened to it and what can be done. */
export function paginaRecibo(o: Props): string {
  const { recibo, hoy, base } = o;
  const estado = estadoDelRecibo(recibo, hoy);
  return renderizarPagina(
    <Pagina
      titulo={TITULO[estado]}
      parteDe={`${recibo.renglones.length === 1 ? 'Recibo 490' : 'Recibo de varias deudas'} n.º ${recibo.numero}`}
      migas={[
        { texto: 'Inicio', href: base },
        { texto: 'Estado de obligaciones', href: `${base}/obligaciones` },
      ]}
      recargarCada={!o.sellado && estado === 'por-pagar' ? 3 : undefined}
    >
      <Situacion estado={estado} {...o} />
      <LoQuePaga recibo={recibo} />
      {estado === 'por-pagar' ? <ComoPagar {...o} /> : null}
      <Pagos pagos={recibo.pagos} />
    </Pagina>,
  );
}

/** One debt, with what goes to each thing; or each of several, and all of it. */
function LoQuePaga({ recibo }: { recibo: Recibo }) {
  const { renglones } = recibo;
  const titulo = `Total: ${formatearPesos(totalDelRecibo(recibo))}`;
  const cual = (r: Recibo['renglones'][number]) => obligacionEnPalabras(r.concepto, r.anio, r.periodo);
  const [unica, ...otras] = renglones;
  if (unica && otras.length === 0)
    return (
      <>
        <p class="govuk-body">Paga {cual(unica)}.</p>
        <TablaDeMontos titulo={titulo} montos={unica} />
      </>
    );
  return (
    <>
      <p class="govuk-body">
        Paga {renglones.length} deudas con un solo número y un solo pago. Si entra menos del total, se abona
        en el orden de esta tabla, a cada una lo suyo, hasta donde alcance.
      </p>
      <TablaDeVarias
        titulo={titulo}
        renglones={renglones.map((r) => ({ cual: conMayuscula(cual(r)), montos: r }))}
      />
    </>
  );
}

const otroRecibo = ({ recibo, base }: Props): string => {
  const [unica, ...otras] = recibo.renglones;
  if (otras.length === 0) return `${base}/obligaciones/${unica?.idPublico ?? ''}/pagar`;
  const deudas = new URLSearchParams(recibo.renglones.map((r) => ['deudas', r.idPublico]));
  return `${base}/obligaciones/pagar?${deudas.toString()}`;
};

function Situacion(o: Props & { estado: EstadoDelRecibo }) {
  const { recibo } = o;
  if (o.estado === 'pagado')
    return (
      <Aviso titulo="Pagado">
        <p>El dinero ya entró. No tiene que hacer nada más con este recibo.</p>
      </Aviso>
    );
  if (o.estado === 'por-pagar')
    return (
      <p class="govuk-body-l">
        Sirve hasta el {formatearFecha(recibo.paraEl)}. Después los intereses cambian y hay que hacer otro.
      </p>
    );
  return (
    <>
      <Aviso tipo="importante" titulo="No pague con este recibo">
        <p>
          {o.estado === 'anulado'
            ? 'Está anulado.'
            : `Era para pagar hasta el ${formatearFecha(recibo.paraEl)}, y los intereses siguieron contando.`}{' '}
          Si ya lo pagó, el pago vale: se abona el día en que entró el dinero.
        </p>
      </Aviso>
      <EnlaceBoton href={otroRecibo(o)}>Hacer otro recibo</EnlaceBoton>
    </>
  );
}

function ComoPagar(o: Props) {
  const { recibo, base, sellado, puedePagar } = o;
  const aqui = `${base}/obligaciones/recibos/${recibo.numero}`;
  return (
    <>
      {o.enLinea && puedePagar ? (
        <>
          <h2 class="govuk-heading-m">Con su cuenta de un banco</h2>
          <Formulario accion={`${aqui}/en-linea`}>
            <Boton>Pagar en línea</Boton>
          </Formulario>
        </>
      ) : null}
      <h2 class="govuk-heading-m">Con el recibo, en un banco</h2>
      <p class="govuk-body">
        Lleve el recibo en papel o muéstrelo en el teléfono, o dicte su número:{' '}
        <strong>{recibo.numero}</strong>.
      </p>
      <RegionViva id="pdf" {...(!sellado && { recargarCada: 3 })}>
        {sellado ? (
          <p class="govuk-body">
            <EnlaceBoton href={`${aqui}/pdf`} variante="secundario">
              Descargar el recibo en PDF
            </EnlaceBoton>
          </p>
        ) : (
          <p class="govuk-body">
            Estamos haciendo el PDF. Toma unos segundos.{' '}
            <a class="govuk-link" href="">
              Mirar otra vez
            </a>
          </p>
        )}
      </RegionViva>
      {puedePagar ? (
        <Formulario accion={`${aqui}/anular`}>
          <p class="govuk-body">
            ¿No es lo que quería?{' '}
            <a class="govuk-link" href={otroRecibo(o)}>
              Haga otro recibo
            </a>{' '}
            y anule este.
          </p>
          <Boton variante="secundario">Anular este recibo</Boton>
        </Formulario>
      ) : null}
    </>
  );
}

function Pagos({ pagos }: { pagos: readonly PagoRecibido[] }) {
  if (pagos.length === 0) return null;
  const novedades = [...new Set(pagos.flatMap((p) => p.novedades))];
  return (
    <>
      <Tabla
        titulo="Lo que entró con este recibo"
        columnas={[{ titulo: 'Día' }, { titulo: 'Número del banco' }, { titulo: 'Valor', numerica: true }]}
        filas={pagos.map((p) => [formatearFecha(p.dia), p.referencia, formatearPesos(p.valor)])}
      />
      {novedades.map((n) => (
        <p class="govuk-body">{NOVEDADES[n].persona}</p>
      ))}
    </>
  );
}
