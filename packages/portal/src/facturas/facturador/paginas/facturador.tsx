import { MODALIDADES_DE_NUMERACION } from '@autogestion/normas/factura';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import type { Evaluacion } from '@autogestion/normas/rut';
import type { VNode } from 'preact';
import {
  Advertencia,
  Boton,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  Pagina,
  renderizarPagina,
  Tabla,
  TextoInset,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { deFacturador, deNumeracion, deRango, deSet, ESTOY_OBLIGADO } from '../direcciones.ts';
import type { Habilitacion } from '../habilitacion/consultas.ts';
import { estadoDelRango, type EstadoDelRango, type Rango } from '../numeracion/consultas.ts';
import { enRango } from '../numeracion/palabras.ts';
import { SOFTWARE } from '../preguntas.ts';

export interface LoDelFacturador {
  titular: string;
  hoy: Fecha;
  /** Its RUT has code 52. */
  es: boolean;
  evaluacion: Evaluacion;
  habilitacion: Habilitacion | undefined;
  rangos: readonly Rango[];
  software: readonly { nombre: string; softwareId: string }[];
  alcance: 'firma' | 'prepara' | 'consulta';
}

/** How one stands as an electronic invoicer, and what comes next. */
export function paginaFacturador(o: LoDelFacturador & { valores?: Valores; errores?: Errores }): string {
  const { titular, errores = {} } = o;
  return renderizarPagina(
    <Pagina
      titulo="Facturación electrónica"
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: `/de/${titular}` }]}
      errores={errores}
    >
      {o.es ? <Habilitado {...o} /> : <SinHabilitar {...o} />}
    </Pagina>,
  );
}

function SinHabilitar(o: LoDelFacturador & { valores?: Valores; errores?: Errores }): VNode {
  const { titular, habilitacion: h, evaluacion } = o;
  const impiden = evaluacion.condiciones.filter((c) => c.estado !== 'cumple');
  return (
    <>
      <p class="govuk-body">
        Su RUT no dice que sea facturador electrónico. Habilitarse toma unos minutos: la oficina le da los
        datos de prueba, usted entrega unos documentos hechos con su software, y firma. Nadie más interviene.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={ESTOY_OBLIGADO}>
          ¿Estoy obligado a facturar electrónicamente?
        </a>
      </p>
      {impiden.length > 0 ? (
        <>
          <Advertencia>Hoy no puede habilitarse.</Advertencia>
          <ul class="govuk-list govuk-list--bullet">
            {impiden.map((c) => (
              <li>{`${c.razon} (${c.articulo}).`}</li>
            ))}
          </ul>
        </>
      ) : h && !h.hecha ? (
        <EnlaceBoton href={deSet(titular, h.idPublico)}>Seguir con su set de pruebas</EnlaceBoton>
      ) : o.alcance === 'consulta' ? (
        <SoloConsulta />
      ) : (
        <Formulario accion={`${deFacturador(titular)}/habilitacion`} unaVez>
          <Preguntar pregunta={SOFTWARE} valores={o.valores ?? {}} errores={o.errores ?? {}} />
          <Boton>Empezar a habilitarse</Boton>
        </Formulario>
      )}
    </>
  );
}

const SoloConsulta = (): VNode => (
  <p class="govuk-body">
    <Etiqueta>Solo consulta</Etiqueta> El permiso que le dieron no alcanza para pedirlo.
  </p>
);

const TONOS = { vigente: 'bien', vencido: 'ojo', inhabilitado: 'neutra', 'sin-firmar': 'ojo' } as const;
const ESTADOS: Readonly<Record<EstadoDelRango, string>> = {
  vigente: 'Vigente',
  vencido: 'Vencido',
  inhabilitado: 'Inhabilitado',
  'sin-firmar': 'Sin firmar',
};
export const EstadoEnEtiqueta = ({ estado }: { estado: EstadoDelRango }): VNode => (
  <Etiqueta tono={TONOS[estado]}>{ESTADOS[estado]}</Etiqueta>
);

function Habilitado({ titular, hoy, habilitacion, rangos, software, alcance }: LoDelFacturador): VNode {
  const hecha = habilitacion?.hecha;
  return (
    <>
      <TextoInset>
        Su RUT dice que es facturador electrónico (código 52).
        {hecha && habilitacion ? (
          <>
            {' '}
            <a class="govuk-link" href={deSet(titular, habilitacion.idPublico)}>
              Ver su habilitación
            </a>
          </>
        ) : null}
      </TextoInset>
      {alcance === 'consulta' ? (
        <SoloConsulta />
      ) : (
        <EnlaceBoton href={deNumeracion(titular)}>Pedir numeración</EnlaceBoton>
      )}
      <Tabla
        titulo="Su numeración"
        conCabezas
        columnas={[
          { titulo: 'Números' },
          { titulo: 'Para' },
          { titulo: 'Vigente hasta' },
          { titulo: 'Estado' },
        ]}
        vacia="Todavía no ha pedido numeración. Hace falta antes de la primera factura."
        filas={rangos.map((r) => [
          <a class="govuk-link" href={deRango(titular, r.idPublico)}>
            {enRango(r)}
          </a>,
          MODALIDADES_DE_NUMERACION[r.modalidad].nombre,
          r.autorizado ? formatearFecha(r.autorizado.vigencia.hasta) : 'Falta firmar',
          <EstadoEnEtiqueta estado={estadoDelRango(r, hoy)} />,
        ])}
      />
      <Tabla
        titulo="Su software"
        conCabezas
        columnas={[{ titulo: 'Nombre' }, { titulo: 'Identificador' }]}
        vacia="Su RUT dice que es facturador, pero en esta oficina no tiene software registrado: regístrelo al pedir numeración."
        filas={software.map((s) => [s.nombre, <code class="huella">{s.softwareId}</code>])}
      />
    </>
  );
}
