import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha, formatearFechaHora, type Fecha } from '@autogestion/normas/fechas';
import {
  Boton,
  ConLado,
  Ficha,
  Formulario,
  Pagina,
  renderizarPagina,
  Tabla,
  type EstadoDeFormulario,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import type { EstadoRut } from '../../../rut/index.ts';
import type { Documento } from '../../../sello/index.ts';
import type { PagoHecho } from '../de-pago.ts';
import type { QueCertificado } from '../pedir.ts';
import { cualPago, DIA, PARA } from '../preguntas.ts';

interface LoPedible {
  hoy: Fecha;
  /** What a certificate of today would say. */
  debe: { total: bigint; pazYSalvo: boolean };
  pagos: readonly PagoHecho[];
  estado: EstadoRut;
  emitidos: readonly Documento[];
}

/** Three certificates, each with what it takes to ask for it, and those that were asked for. */
export function paginaCertificados(
  o: LoPedible & {
    /** `/de/<titular>/obligaciones` */
    base: string;
    /** Which of the three was refused, with what was typed. */
    rechazado?: QueCertificado['clase'];
  } & EstadoDeFormulario,
): string {
  const { errores = {}, valores = {} } = o;
  const de = (clase: QueCertificado['clase'], iniciales = {}) =>
    o.rechazado === clase ? { errores, valores: { ...iniciales, ...valores } } : { valores: iniciales };
  const accion = (clase: QueCertificado['clase']) => `${o.base}/certificados/${clase}`;
  return renderizarPagina(
    <Pagina
      titulo="Certificados"
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Estado de obligaciones', href: o.base },
      ]}
      errores={errores}
    >
      <p class="govuk-body">
        Son gratis y salen al momento, con el sello de la oficina y un código QR. Quien lo reciba comprueba
        con el código que es verdadero, y si hoy sigue siendo así.
      </p>
      <ConLado lado={<Emitidos {...o} />}>
        <Ficha titulo="De lo que debe, o paz y salvo">
          <p class="govuk-body">{loDeHoy(o.debe)}</p>
          <Formulario accion={accion('estado')} unaVez>
            <Preguntar pregunta={DIA} {...de('estado', DIA.escribir?.(o.hoy))} />
            <Preguntar pregunta={PARA} {...de('estado')} />
            <Boton>Pedir el certificado</Boton>
          </Formulario>
        </Ficha>
        <Ficha titulo="De un pago">
          {o.pagos.length === 0 ? (
            <p class="govuk-body">No hay pagos registrados a su nombre.</p>
          ) : (
            <Formulario accion={accion('pago')} unaVez>
              <Preguntar pregunta={cualPago(o.pagos.map(comoOpcion))} {...de('pago')} />
              <Boton>Pedir el certificado del pago</Boton>
            </Formulario>
          )}
        </Ficha>
        <Ficha titulo="De estar en el RUT">
          <p class="govuk-body">
            {o.estado === 'activo'
              ? 'Dice que su RUT está activo y desde cuándo.'
              : `Su RUT está ${o.estado}: el certificado lo dirá así.`}
          </p>
          <Formulario accion={accion('rut')} unaVez>
            <Boton>Pedir el certificado del RUT</Boton>
          </Formulario>
        </Ficha>
      </ConLado>
    </Pagina>,
  );
}

function loDeHoy({ total, pazYSalvo }: LoPedible['debe']): string {
  if (pazYSalvo) return 'Hoy no debe nada: si lo pide de hoy, es un paz y salvo.';
  return total > 0n
    ? `Hoy debe ${formatearPesos(total)}: si lo pide de hoy, no es un paz y salvo, sino la lista de lo que debe.`
    : 'Hoy no debe nada con las cifras que se conocen, pero falta alguna: si lo pide de hoy, no es un paz y salvo.';
}

const comoOpcion = (p: PagoHecho) => ({
  valor: p.id,
  texto: `${formatearFecha(p.dia)}: ${formatearPesos(p.valor)} de ${p.de}`,
});

const Emitidos = ({ emitidos, base }: { emitidos: readonly Documento[]; base: string }) => (
  <Tabla
    titulo="Los que ha pedido"
    columnas={[{ titulo: 'Certificado' }, { titulo: 'Pedido' }]}
    vacia="Todavía no ha pedido ninguno."
    filas={emitidos.map((d) => [
      <a class="govuk-link" href={`${base}/certificados/${d.idPublico}`}>
        {d.publico.titulo}
        {d.publico.certifica?.al ? `, al ${formatearFecha(d.publico.certifica.al as Fecha)}` : ''}
      </a>,
      <>
        {formatearFechaHora(d.emitidoEn)}
        {d.contenido.para ? <span class="copias__de">Para: {d.contenido.para}</span> : null}
      </>,
    ])}
  />
);
