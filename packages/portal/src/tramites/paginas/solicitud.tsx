import { Aviso, ConLado, EnlaceBoton, Ficha, Pagina, renderizarPagina } from '../../interfaz/index.ts';
import { enlace } from '../enlaces.ts';
import { VistaDePresentacion } from '../../sello/index.ts';
import { ListaDeAdjuntos, type Adjunto } from '../adjuntos/index.ts';
import type { Comprobacion } from '../comprobar-solicitud.ts';
import type { Solicitud } from '../consultas.ts';
import type { TipoDeCaso } from '../tipos.ts';
import { BorrarSolicitud } from './borrar-solicitud.tsx';
import { Condiciones, NoSePuede } from './condiciones.tsx';
import { EnCurso } from './en-curso.tsx';

interface PropsDeSolicitud {
  /** `/de/<titular>` */
  base: string;
  tipo: TipoDeCaso;
  solicitud: Solicitud;
  comprobacion: Comprobacion;
  /** May sign for the taxpayer, and whether they have a signature to do it with. */
  firma: { puede: boolean; tiene: boolean };
  camino: string;
  adjuntos: readonly Adjunto[];
  /** Radicado of one of its kind that is open: this one cannot be filed meanwhile. */
  enCurso: string | undefined;
  puedeBorrar: boolean;
  errores?: Record<string, string>;
}

/** Before signing: the answer at once, why, what to attach and what will be signed. */
export function paginaSolicitud(o: PropsDeSolicitud): string {
  const { tipo, comprobacion: c, camino, firma } = o;
  const impedida = c.evaluacion.estado === 'no-cumple' || o.enCurso !== undefined;
  return renderizarPagina(
    <Pagina
      titulo={tipo.nombre}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: o.base },
        { texto: 'Mis trámites', href: `${o.base}/tramites` },
      ]}
      errores={o.errores}
    >
      <ConLado lado={<LoQuePide {...o} />}>
        {o.enCurso === undefined ? (
          <Respuesta comprobacion={c} base={o.base} sola={deUnaVez(o)} />
        ) : (
          <EnCurso base={o.base} nombre={tipo.nombre} radicado={o.enCurso} />
        )}
        {c.evaluacion.estado === 'no-cumple' && o.enCurso === undefined ? null : (
          <>
            <h2 class="govuk-heading-m">Por qué</h2>
            <Condiciones evaluacion={c.evaluacion} plegar />
          </>
        )}
        {impedida ? null : <Documentos {...o} />}
        {impedida ? null : (
          <>
            <h2 class="govuk-heading-m">Firmar y presentar</h2>
            <ParaFirmar
              camino={camino}
              firma={firma}
              faltan={c.faltan.map((d) => d.nombre)}
              sola={deUnaVez(o)}
            />
          </>
        )}
        {o.puedeBorrar ? <BorrarSolicitud camino={camino} que={tipo.nombre} /> : null}
      </ConLado>
    </Pagina>,
  );
}

/** What the office does by itself as soon as it is signed, where it does. */
const deUnaVez = ({ tipo, solicitud, comprobacion: { evaluacion } }: PropsDeSolicitud): string | undefined =>
  evaluacion.estado === 'cumple' ? tipo.deUnaVez?.(solicitud.solicitud) : undefined;

/** What they answered, as it will be signed, and the way to answer otherwise. */
const LoQuePide = ({ tipo, solicitud, base, enCurso }: PropsDeSolicitud) => (
  <Ficha titulo="Lo que va a pedir">
    <VistaDePresentacion presentacion={tipo.presentar(solicitud.solicitud)} nivel={3} />
    {tipo.empezar && enCurso === undefined ? (
      <p>
        <a class="govuk-link" href={`${base}${tipo.empezar}`}>
          Empezar otra vez con otras respuestas
        </a>
      </p>
    ) : null}
  </Ficha>
);

function Respuesta({
  comprobacion: { evaluacion },
  base,
  sola,
}: {
  comprobacion: Comprobacion;
  base: string;
  sola: string | undefined;
}) {
  switch (evaluacion.estado) {
    case 'cumple':
      return (
        <Aviso titulo="Cumple las condiciones">
          {sola ??
            'Con lo que usted dijo y lo que dice su RUT, cumple todas las condiciones. Un funcionario las revisa antes de decidir.'}
        </Aviso>
      );
    case 'no-cumple':
      return (
        <NoSePuede titulo="Hoy no lo puede pedir" evaluacion={evaluacion}>
          <p class="govuk-body">
            Si algo no es como aparece, empiece otra vez con otras respuestas o{' '}
            <a class="govuk-link" href={`${base}/rut`}>
              revise su RUT
            </a>
            .
          </p>
        </NoSePuede>
      );
    case 'no-se-sabe':
      return (
        <Aviso titulo="Lo puede pedir">
          Nada de lo que sabemos lo impide. Lo que aparece «por verificar» lo comprueba un funcionario antes
          de decidir, o usted con los documentos que adjunte.
        </Aviso>
      );
  }
}

/** What was brought, and the way to bring it: nothing where the kind asks for no document. */
function Documentos({ tipo, solicitud, adjuntos, camino }: PropsDeSolicitud) {
  const pedidos = tipo.documentos(solicitud.solicitud);
  if (pedidos.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Documentos</h2>
      <ul class="govuk-list govuk-list--bullet">
        {pedidos.map((d) => (
          <li>
            {d.nombre}
            {adjuntos.some((a) => a.pedido === d.id) ? ': adjunto' : d.obligatorio ? '' : ' (si lo tiene)'}
          </li>
        ))}
      </ul>
      <ListaDeAdjuntos base={`${camino}/documentos`} adjuntos={adjuntos} />
      <EnlaceBoton href={`${camino}/documentos`} variante="secundario">
        Adjuntar documentos
      </EnlaceBoton>
    </>
  );
}

function ParaFirmar({
  camino,
  firma,
  faltan,
  sola,
}: {
  camino: string;
  firma: PropsDeSolicitud['firma'];
  faltan: readonly string[];
  sola: string | undefined;
}) {
  if (!firma.puede) {
    return (
      <p class="govuk-body">
        Esta solicitud la firma el titular o quien lo representa según el RUT. Quedó lista para que la firme.
      </p>
    );
  }
  if (faltan.length > 0) {
    return (
      <>
        <p class="govuk-body">Antes de firmar adjunte:</p>
        <ul class="govuk-list govuk-list--bullet">
          {faltan.map((nombre) => (
            <li>{nombre}</li>
          ))}
        </ul>
      </>
    );
  }
  if (firma.tiene) {
    return (
      <>
        <p class="govuk-body">
          {sola === undefined
            ? 'Al firmar, la solicitud queda radicada y empieza a correr el plazo de la oficina. Le damos un acuse con número, fecha y hora.'
            : 'Al firmar, la solicitud queda radicada y decidida. Le damos un acuse con número, fecha y hora.'}
        </p>
        <EnlaceBoton href={`${camino}/firmar`}>Leer y firmar</EnlaceBoton>
      </>
    );
  }
  const cita = enlace('citas.pedir');
  return (
    <>
      <p class="govuk-body">
        Se presenta con la firma electrónica. Obtenerla toma unos minutos y no cuesta; su solicitud queda
        guardada.
      </p>
      <EnlaceBoton href="/mi-firma">Obtener mi firma electrónica</EnlaceBoton>
      <p class="govuk-body">
        {cita ? (
          <>
            Si no puede obtenerla,{' '}
            <a class="govuk-link" href={cita}>
              pida una cita por video
            </a>{' '}
            y un funcionario la presenta con usted.
          </>
        ) : (
          'Si no puede obtenerla, un funcionario puede presentarla con usted: comuníquese con la oficina y diga el nombre de este trámite.'
        )}
      </p>
    </>
  );
}
