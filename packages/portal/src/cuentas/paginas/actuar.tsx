import { formatearFecha, formatearFechaHora, fechaEnBogota } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import {
  Boton,
  Etiqueta,
  Formulario,
  Pagina,
  renderizarPagina,
  Tabla,
  type Valores,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { enlace } from '../enlaces.ts';
import type { Delegacion, PorQuienPuedo } from '../actuar/delegar.ts';
import { calidadDe, NOMBRE_AMBITO } from '../actuar/titulo-para.ts';
import { PERMISO } from '../preguntas.ts';
import type { Lugar } from './seguridad.tsx';

/** Choosing for whom to act: oneself, whom one represents, who gave a permission. */
export const paginaActuar = (o: {
  lugar: Lugar;
  propia: { href: string; nombre: string };
  otros: readonly PorQuienPuedo[];
  recibidas: readonly Delegacion[];
  ahora: Date;
}): string => {
  const clientes = enlace('declaraciones.clientes');
  return renderizarPagina(
    <Pagina titulo="¿Por quién va a actuar?" ancho="ancha" migas={o.lugar.migas}>
      <p class="govuk-body">
        <a class="govuk-link" href={o.propia.href}>
          Por usted: {o.propia.nombre}
        </a>
      </p>
      <Tabla
        titulo="Por otros"
        columnas={[{ titulo: 'Nombre' }, { titulo: 'NIT' }, { titulo: 'Como' }, { titulo: 'Puede' }]}
        vacia="No representa a nadie en el RUT ni le han dado permiso de actuar por otros."
        filas={o.otros.map((q) => [
          <a class="govuk-link" href={`/de/${q.idPublico}`}>
            {q.nombre}
          </a>,
          formatearNit(q.nit, q.dv),
          `${calidadDe(q.ambito, q.calidad)}${q.hasta ? `, hasta el ${ultimoDia(q.hasta)}` : ''}`,
          NOMBRE_AMBITO[q.ambito],
        ])}
      />
      {clientes && o.otros.length > 0 ? (
        <p class="govuk-body">
          <a class="govuk-link" href={clientes}>
            Ver las declaraciones de todos en una tabla
          </a>
        </p>
      ) : null}
      {o.recibidas.some((d) => enPie(d, o.ahora)) ? (
        <Tabla
          titulo="Permisos que le dieron"
          columnas={[{ titulo: 'De' }, { titulo: 'Para' }, { titulo: 'Hasta' }, { titulo: 'Renunciar' }]}
          filas={o.recibidas
            .filter((d) => enPie(d, o.ahora))
            .map((d) => [
              d.nombre,
              NOMBRE_AMBITO[d.ambito],
              ultimoDia(d.hasta),
              <Terminar accion="/actuar/renunciar" d={d} texto="Renunciar" />,
            ])}
        />
      ) : null}
    </Pagina>,
  );
};

const enPie = (d: Delegacion, ahora: Date): boolean => d.revocadaEn === null && d.hasta > ahora;
/** `hasta` is the first instant in which it is over. */
const ultimoDia = (hasta: Date): string => formatearFecha(fechaEnBogota(new Date(hasta.getTime() - 1)));

function Terminar({ accion, d, texto }: { accion: string; d: Delegacion; texto: string }) {
  return (
    <Formulario accion={accion} ocultos={{ delegacion: d.idPublico }}>
      <Boton variante="enlace">
        {texto}
        <span class="govuk-visually-hidden"> el permiso de {d.nombre}</span>
      </Boton>
    </Formulario>
  );
}

/** Who may act for a taxpayer by permission, and the form to let somebody else. */
export function paginaAutorizados(o: {
  lugar: Lugar;
  dadas: readonly Delegacion[];
  ahora: Date;
  valores?: Valores;
  errores?: Record<string, string>;
}): string {
  const errores = o.errores ?? {};
  return renderizarPagina(
    <Pagina titulo="Personas autorizadas" ancho="ancha" migas={o.lugar.migas} errores={errores}>
      <p class="govuk-body">
        En vez de prestar su contraseña, autorice a quien le ayuda. Usted ve todo lo que hace y lo termina
        cuando quiera. Firmar no se puede autorizar aquí: firma quien figure como representante o apoderado en
        el RUT.
      </p>
      <Tabla
        titulo="Permisos que ha dado"
        columnas={[
          { titulo: 'Persona' },
          { titulo: 'Para' },
          { titulo: 'Desde' },
          { titulo: 'Hasta' },
          { titulo: 'Estado' },
        ]}
        vacia="No ha autorizado a nadie."
        filas={o.dadas.map((d) => [
          `${d.nombre}, NIT ${formatearNit(d.nit, d.dv)}`,
          NOMBRE_AMBITO[d.ambito],
          formatearFechaHora(d.desde),
          ultimoDia(d.hasta),
          enPie(d, o.ahora) ? (
            <Terminar accion={`${o.lugar.base}/terminar`} d={d} texto="Terminar ya" />
          ) : (
            <Etiqueta>
              {d.revocadaEn ? `Terminado el ${formatearFechaHora(d.revocadaEn)}` : 'Vencido'}
            </Etiqueta>
          ),
        ])}
      />
      <h2 class="govuk-heading-m">Autorizar a alguien</h2>
      <Formulario accion={o.lugar.base}>
        <Preguntar pregunta={PERMISO} valores={o.valores ?? {}} errores={errores} />
        <Boton>Continuar</Boton>
      </Formulario>
    </Pagina>,
  );
}
