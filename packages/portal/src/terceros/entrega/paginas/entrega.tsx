import type { VNode } from 'preact';
import type { Hallazgo } from '@autogestion/normas/exogena';
import { formatearFecha, formatearFechaHora, type Fecha } from '@autogestion/normas/fechas';
import type { Sancion } from '@autogestion/normas/sanciones';
import {
  Advertencia,
  ArbolDeExplicacion,
  Aviso,
  Boton,
  Detalles,
  EnlaceBoton,
  Formulario,
  GrupoDeBotones,
  ListaResumen,
  Monto,
  Pagina,
  Panel,
  RegionViva,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { nombreDelFormato } from '../acto.ts';
import type { ComoLoVera } from '../como-lo-veran.ts';
import { deEntrega, deExogena } from '../direcciones.ts';
import type { Entrega, Leida } from '../entrega.ts';
import { columnaEnPalabras, esDuda } from '../hallazgos.ts';
import type { Plazo } from '../plazo.ts';
import { enMb, enMiles, EstadoEnPalabras } from './estado.tsx';

/** Seconds between looks while a file is being read. */
const CADA = 3;

interface PropsDeEntrega {
  titular: string;
  e: Entrega;
  hoy: Fecha;
  /** The first ones of all that was found. */
  hallazgos: readonly Hallazgo[];
  /** What some of its persons will see. */
  veran: readonly ComoLoVera[];
  plazo: Plazo | undefined;
  sancion: Sancion | undefined;
  sellado: boolean;
  prepara: boolean;
  firma: boolean;
}

/** A delivery: how it comes, what is wrong in it, what its persons will see, its signature, its receipt. */
export function paginaEntrega(o: PropsDeEntrega): string {
  const { titular, e } = o;
  const espera = e.estado === 'leyendo' || (e.presentada !== undefined && !o.sellado && !e.ficticia);
  return renderizarPagina(
    <Pagina
      titulo={e.presentada ? `Entrega ${e.presentada.radicado}` : `Archivo ${e.archivo}`}
      encabezado={e.presentada ? null : `Archivo ${e.archivo}`}
      ancho="ancha"
      recargarCada={espera ? CADA : undefined}
      islas={e.estado === 'recibiendo' ? ['entrega'] : undefined}
      migas={[
        { texto: 'Inicio', href: `/de/${titular}` },
        { texto: 'Información de terceros', href: deExogena(titular) },
      ]}
    >
      {e.presentada ? <Recibo {...o} presentada={e.presentada} /> : null}
      <RegionViva id="entrega" {...(e.estado === 'leyendo' && { recargarCada: CADA })}>
        <ComoVa {...o} />
      </RegionViva>
      {e.leida ? <LoLeido {...o} leida={e.leida} /> : null}
      {e.estado === 'por-firmar' && e.leida ? <PorFirmar {...o} leida={e.leida} /> : null}
      {o.prepara && !e.presentada && e.estado !== 'descartada' ? (
        <Formulario accion={`${deEntrega(titular, e.idPublico)}/descartar`}>
          <Boton variante="secundario">Descartar este archivo</Boton>
        </Formulario>
      ) : null}
      <GrupoDeBotones>
        <EnlaceBoton href={deExogena(titular)} variante="secundario">
          Ver sus entregas
        </EnlaceBoton>
      </GrupoDeBotones>
    </Pagina>,
  );
}

function ComoVa({ e, titular }: PropsDeEntrega): VNode {
  switch (e.estado) {
    case 'recibiendo':
      return (
        <>
          <Advertencia>
            Han llegado {enMb(e.recibidos)} de {enMb(e.bytes)}: el envío se interrumpió.
          </Advertencia>
          <ag-entrega
            data-seguir={deEntrega(titular, e.idPublico)}
            data-nombre={e.archivo}
            data-bytes={String(e.bytes)}
            data-recibidos={String(e.recibidos)}
          >
            <p class="govuk-body">
              Elija otra vez el mismo archivo para seguir desde donde iba. Sin JavaScript, empiece una entrega
              nueva.
            </p>
          </ag-entrega>
        </>
      );
    case 'leyendo':
      return (
        <p class="govuk-body-l">
          El archivo llegó entero y lo estamos revisando
          {e.avance > 0 ? `: van ${enMiles(e.avance)} registros` : ''}. Puede cerrar esta página y volver
          después.
        </p>
      );
    case 'con-errores':
      return (
        <Aviso tipo="importante" titulo="Hay errores: no se presentó nada">
          <p class="govuk-body">Corrija el archivo y envíelo otra vez.</p>
          <p class="govuk-body">
            <a class="govuk-link" href={`${deExogena(titular)}/nueva`}>
              Enviar el archivo corregido
            </a>
          </p>
        </Aviso>
      );
    case 'descartada':
      return <p class="govuk-body">Este archivo se descartó y no se presentó.</p>;
    case 'reemplazada':
      return (
        <p class="govuk-body">
          Ya no está en firme: tomó su lugar la entrega{' '}
          <a class="govuk-link" href={deEntrega(titular, e.reemplazadaPor?.idPublico ?? '')}>
            {e.reemplazadaPor?.radicado}
          </a>
          .
        </p>
      );
    case 'por-firmar':
    case 'presentada':
      return <></>;
  }
}

function Recibo({
  e,
  titular,
  sellado,
  presentada,
}: PropsDeEntrega & { presentada: NonNullable<Entrega['presentada']> }): VNode {
  const reemplazada = e.estado === 'reemplazada';
  return (
    <>
      <Panel
        titulo={reemplazada ? 'Entrega reemplazada' : 'Entrega presentada'}
        {...(!reemplazada && { tono: 'bien' })}
      >
        {formatearFechaHora(presentada.en)}, hora de Colombia
        <br />
        Radicado <strong>{presentada.radicado}</strong>
      </Panel>
      {sellado ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${deEntrega(titular, e.idPublico)}/pdf`}>
            Descargar el recibo (PDF)
          </a>
          . Lleva su firma y el sello de la oficina, y también va a su correo.
        </p>
      ) : (
        <p class="govuk-body">
          El recibo en PDF se está haciendo: estará aquí en unos segundos, y va a su correo. Lo presentado ya
          vale.
        </p>
      )}
    </>
  );
}

function LoLeido({ e, titular, leida, hallazgos }: PropsDeEntrega & { leida: Leida }): VNode {
  const todos = leida.errores + leida.dudas;
  return (
    <>
      <ListaResumen
        filas={[
          { rotulo: 'Cómo está', valor: <EstadoEnPalabras estado={e.estado} /> },
          {
            rotulo: 'Qué es',
            valor:
              leida.formato === null
                ? 'No se sabe de qué formato es'
                : nombreDelFormato(leida.formato, leida.version),
          },
          { rotulo: 'Año gravable', valor: String(e.anio) },
          { rotulo: 'Concepto', valor: <ConceptoDe e={e} titular={titular} /> },
          { rotulo: 'Registros', valor: enMiles(leida.registros) },
          { rotulo: 'Valor total', valor: <Monto pesos={leida.total} /> },
          { rotulo: 'Huella (SHA-256)', valor: <code class="huella">{leida.huella}</code> },
        ]}
      />
      {todos === 0 ? null : (
        <>
          <Tabla
            titulo={
              leida.errores > 0
                ? `${enMiles(leida.errores)} ${leida.errores === 1 ? 'error' : 'errores'}${leida.dudas > 0 ? ` y ${enMiles(leida.dudas)} por revisar` : ''}`
                : `${enMiles(leida.dudas)} por revisar`
            }
            columnas={[
              { titulo: 'Fila' },
              { titulo: 'Columna' },
              { titulo: 'Qué pasa' },
              { titulo: 'Clase' },
            ]}
            filas={hallazgos.map((h) => [
              h.fila === 0 ? 'Archivo' : String(h.fila),
              columnaEnPalabras(leida.formato, h.campo),
              h.mensaje,
              esDuda(h) ? 'Por revisar' : 'Error',
            ])}
          />
          <p class="govuk-body">
            {hallazgos.length < todos ? `Se muestran los primeros ${enMiles(hallazgos.length)}. ` : ''}
            <a class="govuk-link" href={`${deEntrega(titular, e.idPublico)}/hallazgos.csv`}>
              Descargarlos todos (CSV)
            </a>
          </p>
        </>
      )}
    </>
  );
}

function ConceptoDe({ e, titular }: { e: Entrega; titular: string }): VNode {
  if (!e.reemplazaA) return <>Nueva (01)</>;
  return (
    <>
      Reemplaza (02) la entrega{' '}
      <a class="govuk-link" href={deEntrega(titular, e.reemplazaA.idPublico)}>
        {e.reemplazaA.radicado}
      </a>
    </>
  );
}

function PorFirmar(o: PropsDeEntrega & { leida: Leida }): VNode {
  const { e, leida, titular } = o;
  const aqui = deEntrega(titular, e.idPublico);
  const faltaConfirmar = leida.dudas > 0 && !e.confirmada;
  return (
    <>
      <h2 class="govuk-heading-m">Así lo verán {enMiles(o.veran.length)} de las personas</h2>
      <p class="govuk-body">
        Elegidas al azar entre los {enMiles(leida.registros)} registros. Léalas: es lo que cada una encontrará
        en su página.
      </p>
      {o.veran.map((v) => (
        <Detalles resumen={`Fila ${v.fila}: ${v.nombre || 'sin nombre'}, ${v.documento}`}>
          {v.frases.map((f) => (
            <p class="govuk-body">{f}</p>
          ))}
          <Tabla
            titulo={`Lo que verá la persona de la fila ${v.fila}`}
            tituloOculto
            vacia="No trae un valor en pesos."
            columnas={[
              { titulo: 'Detalle' },
              { titulo: 'Valor', numerica: true },
              { titulo: 'Uso sugerido' },
            ]}
            filas={v.datos.map((d) => [
              d.detalle,
              <Monto pesos={BigInt(Math.trunc(d.valor))} />,
              d.usoEnLlano,
            ])}
          />
        </Detalles>
      ))}
      <LaSancion {...o} />
      {faltaConfirmar ? (
        <>
          <p class="govuk-body">
            Antes de firmar, revise lo que está por revisar. Si los datos están bien, confírmelo; si no,
            corrija el archivo y envíelo otra vez.
          </p>
          {o.prepara ? (
            <Formulario accion={`${aqui}/confirmar`}>
              <Boton>Los revisé y están bien</Boton>
            </Formulario>
          ) : null}
        </>
      ) : o.firma ? (
        <EnlaceBoton href={`${aqui}/firmar`}>Leer y firmar</EnlaceBoton>
      ) : (
        <p class="govuk-body">Está lista para que quien puede firmar entre a esta página y la firme.</p>
      )}
    </>
  );
}

function LaSancion({ plazo, sancion, hoy, e }: PropsDeEntrega): VNode | null {
  if (e.reemplazaA)
    return (
      <p class="govuk-body">
        Si corrige errores, la sanción es del 0,7 % de lo que estaba errado, y usted paga el 10 % de ella si
        corrige antes del pliego de cargos (Estatuto Tributario, art. 651).
      </p>
    );
  if (!plazo)
    return (
      <p class="govuk-body">
        No conocemos el plazo de ese año: si venció, hay sanción (Estatuto Tributario, art. 651).
      </p>
    );
  if (hoy <= plazo.fecha)
    return <p class="govuk-body">Está a tiempo: el plazo vence el {formatearFecha(plazo.fecha)}.</p>;
  return (
    <>
      <Advertencia>El plazo venció el {formatearFecha(plazo.fecha)}: se presenta tarde.</Advertencia>
      {sancion ? (
        <Detalles resumen="Cuánto es la sanción por presentarla tarde">
          <ArbolDeExplicacion explicacion={sancion.explicacion} />
          <p class="govuk-body">
            La base que tomamos es el valor total del archivo. Usted la liquida y la paga: presentar el
            archivo no la cobra.
          </p>
        </Detalles>
      ) : null}
    </>
  );
}
