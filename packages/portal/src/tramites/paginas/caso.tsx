import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  ConLado,
  Detalles,
  EnlaceBoton,
  Etiqueta,
  Ficha,
  Formulario,
  InstanteTexto,
  ListaResumen,
  Pagina,
  RegionViva,
  renderizarPagina,
  type Valores,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { VistaDePresentacion } from '../../sello/index.ts';
import { DocumentosALaVista, ListaDeAdjuntos, type Adjunto } from '../adjuntos/index.ts';
import { relojDelCaso, type Caso } from '../consultas.ts';
import { sinEntregar } from '../entregas/estado-de-entrega.ts';
import { loEscrito } from '../lo-escrito.ts';
import { finalDe } from '../marcha.ts';
import { FALLAS, loResuelto, nombreDelEstado, palabrasDe, queSigue, SI_NO_LLEGA } from '../palabras.ts';
import { plazoDeRecursos, recursosDe } from '../recursos.ts';
import { loQueQueda } from '../semaforo.ts';
import type { DocumentosDelCaso } from '../documentos/del-caso.ts';
import { ListaDeDocumentos, seEstaSellando } from './documentos.tsx';
import { Escrito } from './escrito.tsx';
import { Hechos } from './hechos.tsx';
import { Plazos } from './plazo.tsx';
import { tonoDeEstado } from './tonos.ts';

export const MENSAJE = loEscrito({ campo: 'mensaje', falta: 'Escriba el mensaje.', filas: 3 });
export const RESPUESTA = loEscrito({
  campo: 'respuesta',
  falta: 'Escriba su respuesta.',
  ayuda: 'Diga lo que se le pidió. Si adjuntó un documento, dígalo también.',
});

interface PropsDeCaso {
  /** `/de/<titular>` */
  base: string;
  caso: Caso;
  hoy: Fecha;
  nombres: ReadonlyMap<string, string>;
  documentos: DocumentosDelCaso;
  /** May write, complete and withdraw. */
  actua: boolean;
  adjuntos: readonly Adjunto[];
  valores?: Valores;
  errores?: Record<string, string>;
}

/** Where a case is, what comes next and by when, everything that happened, and what the person can do. */
export function paginaCaso(o: PropsDeCaso): string {
  const { caso, base } = o;
  const camino = `${base}/tramites/${caso.radicado}`;
  const dice = palabrasDe(caso.tipo.flujo);
  const sellando = seEstaSellando(o.documentos);
  return renderizarPagina(
    <Pagina
      titulo={`${caso.tipo.nombre}, ${caso.radicado}`}
      ancho="ancha"
      encabezado={caso.tipo.nombre}
      recargarCada={sellando ? 4 : undefined}
      migas={[
        { texto: 'Inicio', href: base },
        { texto: 'Mis trámites', href: `${base}/tramites` },
      ]}
      errores={o.errores}
    >
      <ConLado lado={<AlLado {...o} camino={camino} />} luego={<Despues {...o} camino={camino} />}>
        <p class="govuk-body">
          Radicado <strong>{caso.radicado}</strong>{' '}
          <Etiqueta tono={tonoDeEstado(caso)}>{nombreDelEstado(caso)}</Etiqueta>
        </p>
        <Resuelto caso={caso} />
        <h2 class="govuk-heading-m">Qué sigue</h2>
        <p class="govuk-body">{queSigue(caso)}</p>
        <Recursos caso={caso} />
        {sinEntregar(caso).map((s) => (
          <Aviso tipo="importante" titulo={`No pudimos enviarle ${dice.enviado[s.asunto]}`}>
            {FALLAS[s.falla]} {SI_NO_LLEGA[s.asunto]}
          </Aviso>
        ))}
        {caso.marcha.turno === 'persona' && o.actua ? <Completar {...o} camino={camino} /> : null}
        {caso.marcha.estado === 'devuelta' && caso.tipo.empezar ? (
          <EnlaceBoton href={`${base}${caso.tipo.empezar}`}>Presentarla otra vez</EnlaceBoton>
        ) : null}
      </ConLado>
    </Pagina>,
  );
}

/** By when it is answered, and everything that was filed and given. */
function AlLado(o: ConCamino) {
  const { caso, base, camino } = o;
  const dice = palabrasDe(caso.tipo.flujo);
  const sellando = seEstaSellando(o.documentos);
  return (
    <>
      {caso.marcha.turno === 'nadie' ? null : (
        <Ficha titulo="Plazo">
          <p>{loQueQueda(relojDelCaso(caso).vence, o.hoy)}.</p>
          <Plazos caso={caso} />
        </Ficha>
      )}
      <Ficha titulo="Documentos">
        <RegionViva id="documentos" {...(sellando && { recargarCada: 4 })}>
          <ListaDeDocumentos caso={caso} documentos={o.documentos} camino={camino} compartir />
        </RegionViva>
        <DocumentosALaVista pedidos={caso.tipo.documentos(caso.solicitud)} vistos={caso.aLaVista} />
        <ListaDeAdjuntos
          base={`${base}/solicitudes/${caso.solicitudPublica}/documentos`}
          adjuntos={o.adjuntos}
        />
        <ListaResumen
          filas={[
            { rotulo: dice.acuse.cuando, valor: <InstanteTexto instante={caso.radicadoEn} /> },
            { rotulo: dice.acuse.hash, valor: <code class="huella">{caso.hash}</code> },
          ]}
        />
      </Ficha>
    </>
  );
}

/** What happened, writing to whoever attends it, and what was asked for. */
function Despues(o: ConCamino) {
  const { caso, camino } = o;
  return (
    <>
      <h2 class="govuk-heading-m">Qué ha pasado</h2>
      <Hechos caso={caso} nombres={o.nombres} para="persona" />
      {o.actua && caso.marcha.turno !== 'nadie' ? <Escribir {...o} /> : null}
      <Detalles resumen={palabrasDe(caso.tipo.flujo).contenido.persona}>
        <VistaDePresentacion presentacion={caso.tipo.presentar(caso.solicitud)} nivel={3} />
      </Detalles>
      {o.actua && caso.tipo.flujo.transiciones.desistida?.[caso.marcha.estado] ? (
        <Detalles resumen="Retirar esta solicitud">
          <p class="govuk-body">
            La oficina deja de estudiarla. Puede presentar otra cuando quiera; el plazo empieza de nuevo.
          </p>
          <Formulario accion={`${camino}/desistir`}>
            <Boton variante="peligro">Retirar la solicitud</Boton>
          </Formulario>
        </Detalles>
      ) : null}
    </>
  );
}

/** What the office decided, before anything else. */
function Resuelto({ caso }: { caso: Caso }) {
  const final = finalDe(caso);
  if (!final) return null;
  return (
    <>
      <p class="govuk-body-l">{loResuelto(caso, final)}</p>
      <Detalles resumen="Las razones" abierto={caso.marcha.estado !== 'aprobada'}>
        <Escrito texto={final.datos.razones} />
        <p class="govuk-body">{final.datos.fundamento}</p>
      </Detalles>
    </>
  );
}

function Recursos({ caso }: { caso: Caso }) {
  const final = finalDe(caso);
  const recursos = final && recursosDe(caso, final);
  if (!recursos) return null;
  const plazo = plazoDeRecursos(caso);
  return (
    <>
      <h2 class="govuk-heading-m">Si no está de acuerdo</h2>
      {plazo ? (
        <p class="govuk-body">
          Tiene hasta el <strong>{formatearFecha(plazo.hasta)}</strong>: la decisión se le notificó el{' '}
          {formatearFecha(plazo.notificada)}.
          {plazo.sinDiscusion
            ? ` Como fue por correo, los diez días hábiles se cuentan pasados cinco (Estatuto Tributario, art. 566-1). Si puede, hágalo a más tardar el ${formatearFecha(plazo.sinDiscusion)}.`
            : ''}
        </p>
      ) : (
        <p class="govuk-body">El plazo empieza cuando se le notifique la decisión.</p>
      )}
      {recursos.map((texto) => (
        <p class="govuk-body">{texto}</p>
      ))}
    </>
  );
}

interface ConCamino extends PropsDeCaso {
  camino: string;
}

function Completar({ caso, camino, valores = {}, errores = {} }: ConCamino) {
  const pide = caso.marcha.requerimientos.find((r) => r.hasta === null);
  return (
    <>
      <Aviso tipo="importante" titulo="La oficina le pide">
        {pide?.texto ?? ''}
      </Aviso>
      <Formulario accion={`${camino}/completar`} unaVez>
        <Preguntar pregunta={RESPUESTA} nombre="Su respuesta" {...{ valores, errores }} />
        <Boton>Enviar la respuesta</Boton>
      </Formulario>
    </>
  );
}

function Escribir({ camino, valores = {}, errores = {} }: ConCamino) {
  return (
    <Formulario accion={`${camino}/mensajes`} unaVez>
      <Preguntar pregunta={MENSAJE} nombre="Escribirle a quien lo atiende" {...{ valores, errores }} />
      <Boton variante="secundario">Enviar el mensaje</Boton>
    </Formulario>
  );
}
