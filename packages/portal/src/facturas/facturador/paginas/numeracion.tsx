import { MODALIDADES_DE_NUMERACION, NUMERACION } from '@autogestion/normas/factura';
import { formatearFecha, formatearFechaHora, type Fecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import {
  Advertencia,
  Boton,
  Copiable,
  Detalles,
  EnlaceBoton,
  Formulario,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { deFacturador, deNumeracion, deRango } from '../direcciones.ts';
import { estadoDelRango, type Rango } from '../numeracion/consultas.ts';
import { enNumeros, enRango } from '../numeracion/palabras.ts';
import { loQueSePide, SOFTWARE } from '../preguntas.ts';
import { EstadoEnEtiqueta } from './facturador.tsx';

const migas = (titular: string) => [
  { texto: 'Inicio', href: `/de/${titular}` },
  { texto: 'Facturación electrónica', href: deFacturador(titular) },
];

/** Asking for numbers: form 1302. */
export function paginaPedirNumeracion(o: {
  titular: string;
  software: readonly { idPublico: string; nombre: string }[];
  valores?: Valores;
  errores?: Errores;
}): string {
  const { titular, valores = {}, errores = {} } = o;
  const opciones = o.software.map((s) => ({ valor: s.idPublico, texto: s.nombre }));
  const [unico] = opciones;
  return renderizarPagina(
    <Pagina titulo="Pedir numeración" parteDe="Formato 1302" migas={migas(titular)} errores={errores}>
      <p class="govuk-body">
        Cada factura lleva un número de los que le autorizan. La autorización sale al firmar y dura{' '}
        {NUMERACION.vigenciaAnios} años (Estatuto Tributario, arts. 616-1 y 617).
      </p>
      {opciones.length === 0 ? (
        <Formulario accion={`${deFacturador(titular)}/software`} unaVez>
          <p class="govuk-body">Primero registre el software con el que va a facturar.</p>
          <Preguntar pregunta={SOFTWARE} valores={valores} errores={errores} />
          <Boton>Registrar el software</Boton>
        </Formulario>
      ) : (
        <Formulario accion={deNumeracion(titular)} unaVez>
          <Preguntar
            pregunta={loQueSePide(opciones)}
            valores={{ modalidad: 'factura', software: unico?.valor ?? '', ...valores }}
            errores={errores}
          />
          <p class="govuk-body">En la página siguiente lo lee todo junto y lo firma.</p>
          <Boton>Seguir</Boton>
        </Formulario>
      )}
    </Pagina>,
  );
}

interface PropsDelRango {
  titular: string;
  rango: Rango;
  hoy: Fecha;
  alcance: 'firma' | 'prepara' | 'consulta';
  /** Form 1876 is sealed. */
  sellado: boolean;
  /** The technical key, this one time. */
  clave?: string;
}

/** Numbers as they stand: to be signed, or authorized with their form 1876, their key and their end. */
export function paginaRango(o: PropsDelRango): string {
  const { rango: r, titular, hoy } = o;
  const estado = estadoDelRango(r, hoy);
  const a = r.autorizado;
  const titulo = a ? `Numeración ${enRango(r)}` : `Numeración ${enRango(r)}: sin firmar`;
  return renderizarPagina(
    <Pagina
      titulo={titulo}
      {...(a && estado === 'vigente' && { encabezado: null })}
      migas={migas(titular)}
      recargarCada={a && !o.sellado && !o.clave ? 5 : undefined}
    >
      {!a ? (
        <SinFirmar {...o} />
      ) : (
        <>
          {estado === 'vigente' ? (
            <Panel titulo="Numeración autorizada">
              Autorización <strong>{a.resolucion}</strong>
              <br />
              {enRango(r)}
            </Panel>
          ) : null}
          <ListaResumen
            filas={[
              { rotulo: 'Estado', valor: <EstadoEnEtiqueta estado={estado} /> },
              { rotulo: 'Autorización', valor: <Copiable larga>{a.resolucion}</Copiable> },
              { rotulo: 'Para', valor: MODALIDADES_DE_NUMERACION[r.modalidad].nombre },
              { rotulo: 'Prefijo', valor: r.prefijo || 'Sin prefijo' },
              { rotulo: 'Números', valor: `${enNumeros(r.desde)} a ${enNumeros(r.hasta)}` },
              {
                rotulo: 'Vigencia',
                valor: `Del ${formatearFecha(a.vigencia.desde)} al ${formatearFecha(a.vigencia.hasta)}`,
              },
              ...(a.inhabilitadoDesde
                ? [{ rotulo: 'Inhabilitada desde', valor: formatearFecha(a.inhabilitadoDesde) }]
                : []),
              { rotulo: 'Software', valor: r.software.nombre },
            ]}
          />
          {o.sellado ? (
            <p class="govuk-body">
              <a class="govuk-link" href={`${deRango(titular, r.idPublico)}/pdf`}>
                Descargar la autorización (formato 1876, PDF)
              </a>
            </p>
          ) : (
            <p class="govuk-body">
              El formato 1876 se está haciendo: estará aquí en unos segundos, y va a su correo. La numeración
              ya sirve.
            </p>
          )}
          <Clave {...o} />
          <Inhabilitar {...o} />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={deFacturador(titular)}>
          Volver a su facturación electrónica
        </a>
      </p>
    </Pagina>,
  );
}

const SinFirmar = ({ titular, rango: r, alcance }: PropsDelRango): VNode => (
  <>
    <Advertencia>Todavía no sirve: falta firmar.</Advertencia>
    {alcance === 'firma' ? (
      <EnlaceBoton href={`${deRango(titular, r.idPublico)}/firmar`}>Leer y firmar</EnlaceBoton>
    ) : (
      <p class="govuk-body">
        Está listo para que la persona entre a esta página y lo firme con su propia firma.
      </p>
    )}
  </>
);

function Clave({ titular, rango: r, alcance, clave }: PropsDelRango): VNode | null {
  const a = r.autorizado;
  if (!a?.clave) return null;
  if (clave)
    return (
      <>
        <h2 class="govuk-heading-m">Su clave técnica</h2>
        <p class="govuk-body">
          <Copiable larga>{clave}</Copiable>
        </p>
        <Advertencia>
          Guárdela ahora en su software: no se muestra otra vez. Con ella se calcula el CUFE de cada factura.
        </Advertencia>
      </>
    );
  return (
    <>
      <h2 class="govuk-heading-m">La clave técnica</h2>
      {a.claveMostradaEn ? (
        <p class="govuk-body">
          Se mostró el {formatearFechaHora(a.claveMostradaEn)}. Se muestra una sola vez: si no la guardó,
          inhabilite estos números y pida otros.
        </p>
      ) : alcance === 'firma' ? (
        <Formulario accion={`${deRango(titular, r.idPublico)}/clave`}>
          <p class="govuk-body">
            Su software la necesita para calcular el CUFE de cada factura. Se muestra una sola vez: véala
            cuando pueda guardarla.
          </p>
          <Boton>Ver la clave técnica</Boton>
        </Formulario>
      ) : (
        <p class="govuk-body">Solo la ve quien puede firmar por este NIT.</p>
      )}
    </>
  );
}

function Inhabilitar({ titular, rango: r, hoy, alcance }: PropsDelRango): VNode | null {
  if (alcance !== 'firma' || estadoDelRango(r, hoy) !== 'vigente') return null;
  return (
    <Detalles resumen="Inhabilitar los números que no ha usado">
      <p class="govuk-body">
        Desde hoy no podrá usarlos, y no se puede deshacer. Lo que ya facturó sigue igual. Hace falta, por
        ejemplo, antes de dejar de ser responsable de IVA o de cancelar el RUT.
      </p>
      <Formulario accion={`${deRango(titular, r.idPublico)}/inhabilitar`}>
        <Boton variante="peligro">Inhabilitar estos números</Boton>
      </Formulario>
    </Detalles>
  );
}
