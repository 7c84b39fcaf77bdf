import { actividad, nombreLlano } from '@autogestion/normas/actividades';
import { direccionLegible } from '@autogestion/normas/direccion';
import { formatearFecha } from '@autogestion/normas/fechas';
import { departamento, municipio } from '@autogestion/normas/geografia';
import { deberesDe, efectosDelEstado, type Deber } from '@autogestion/normas/rut';
import type { ComponentChildren } from 'preact';
import { Icono, Pagina, Pendientes, renderizarPagina, type Pendiente } from '../../interfaz/index.ts';
import type { Documento } from '../../sello/index.ts';
import type { EstadoConFecha, VersionRut } from '../consultas.ts';
import { nombreDe } from '../nombre.ts';
import { Copias, haySinSellar } from './copias.tsx';
import { Credencial } from './credencial.tsx';

interface PropsRut {
  version: VersionRut;
  estado: EstadoConFecha;
  copias: readonly Documento[];
  /** What runs about it, and what falls due. */
  pendientes: readonly Pendiente[];
  /** Procedures that whoever acts may begin. */
  tramites: readonly { href: string; texto: string }[];
  /** Whoever acts is looking at their own. */
  esSuyo: boolean;
  /** `/de/<titular>/rut` */
  base: string;
}

/** A person's RUT as a card: who, in which state, what they have to do, what they do, where. The form stands behind a link. */
export function paginaRut(o: PropsRut): string {
  const { registro } = o.version;
  return renderizarPagina(
    <Pagina
      titulo={o.esSuyo ? 'Su RUT' : `RUT de ${nombreDe(registro)}`}
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: o.base.replace(/\/rut$/, '') }]}
      recargarCada={haySinSellar(o.copias) ? 3 : undefined}
    >
      <div class="casa casa--lado casa--rut">
        <div class="casa__arriba">
          <Credencial version={o.version} estado={o.estado} />
          <Efectos estado={o.estado} base={o.base} />
        </div>
        <div class="casa__lado">
          <Copias copias={o.copias} base={o.base} />
          <QueHacer {...o} />
        </div>
        <div class="casa__resto">
          {o.pendientes.length > 0 ? <Pendientes titulo="Lo que viene" pendientes={o.pendientes} /> : null}
          <Parte titulo="Lo que tiene que hacer">
            <Deberes
              deberes={deberesDe(registro.clasificacion.responsabilidades, registro.tipoContribuyente)}
            />
          </Parte>
          <Parte titulo="A qué se dedica">
            <Actividades version={o.version} />
          </Parte>
          <Parte titulo="Dónde encontrarle">
            <Ubicacion version={o.version} />
          </Parte>
        </div>
      </div>
    </Pagina>,
  );
}

function Parte({ titulo, children }: { titulo: string; children: ComponentChildren }) {
  return (
    <section class="parte">
      <h2 class="govuk-heading-m">{titulo}</h2>
      {children}
    </section>
  );
}

/** What a RUT that is not active cannot do, and how that ends. */
function Efectos({ estado: { estado, acto }, base }: { estado: EstadoConFecha; base: string }) {
  if (estado === 'activo') return null;
  const e = efectosDelEstado(estado);
  const caso = /^\d{4}[A-Z]{2}\d{9}$/.test(acto)
    ? `${base.replace(/\/rut$/, '')}/tramites/${acto}`
    : undefined;
  return (
    <section class={`efectos efectos--${estado}`}>
      <h2 class="govuk-heading-m">Su RUT está {estado}</h2>
      <p class="govuk-body">
        Por:{' '}
        {caso ? (
          <a class="govuk-link" href={caso}>
            acto {acto}, con sus razones
          </a>
        ) : (
          acto
        )}
        .
      </p>
      <h3 class="govuk-heading-s">Lo que no puede hacer</h3>
      <ul class="govuk-list govuk-list--bullet">
        {e.noPuede.map((texto) => (
          <li>{texto}</li>
        ))}
      </ul>
      <h3 class="govuk-heading-s">Cómo termina</h3>
      <ul class="govuk-list govuk-list--bullet">
        {e.termina.map((texto) => (
          <li>{texto}</li>
        ))}
      </ul>
      <p class="govuk-body">{e.sigue}</p>
      <p class="govuk-body-s">{e.articulos}</p>
    </section>
  );
}

function Deberes({ deberes }: { deberes: readonly Deber[] }) {
  if (deberes.length === 0)
    return <p class="govuk-body">Su RUT no tiene responsabilidades: hoy no declara nada por él.</p>;
  return (
    <ul class="deberes">
      {deberes.map(({ codigo, que, cuando, nadaQueHacer }) => (
        <li class={nadaQueHacer ? 'deberes__nada' : undefined}>
          <Icono nombre={nadaQueHacer ? 'chulo' : 'calendario'} medida={22} />
          <p>
            {que} {cuando ? <span class="deberes__cuando">{cuando}</span> : null}
          </p>
          <span class="deberes__codigo">
            <span class="govuk-visually-hidden">Código de la casilla 53: </span>
            {codigo}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Actividades({ version: { registro } }: { version: VersionRut }) {
  const { actividadPrincipal: a, actividadSecundaria: b, otrasActividades } = registro.clasificacion;
  const filas = [a, b, ...otrasActividades.map((codigo) => ({ codigo, desde: undefined }))];
  return (
    <ul class="deberes">
      {filas.flatMap((f) =>
        f
          ? [
              <li>
                <Icono nombre="tienda" medida={22} />
                <p>
                  {actividad(f.codigo)?.titulo ?? 'Actividad'}.
                  {f.desde ? <span class="deberes__cuando"> Desde el {formatearFecha(f.desde)}.</span> : null}
                  <span class="deberes__oficial">{nombreLlano(f.codigo)}</span>
                </p>
                <span class="deberes__codigo">
                  <span class="govuk-visually-hidden">Código de la actividad: </span>
                  {f.codigo}
                </span>
              </li>,
            ]
          : [],
      )}
    </ul>
  );
}

function Ubicacion({ version: { registro } }: { version: VersionRut }) {
  const { ubicacion: u } = registro;
  const lugar = u.municipio === undefined ? undefined : municipio(u.municipio);
  const region = u.municipio === undefined ? undefined : departamento(u.municipio.slice(0, 2));
  // Of Bogotá both are one.
  const donde = [...new Set([direccionLegible(u.direccion), lugar?.nombre, region?.nombre])];
  const filas = [
    { icono: 'ubicacion' as const, que: 'Dirección', valor: donde.filter(Boolean).join(', ') },
    { icono: 'correo' as const, que: 'Correo', valor: u.correo },
    {
      icono: 'telefono' as const,
      que: 'Teléfono',
      valor: [u.telefono1, u.telefono2].filter(Boolean).join(', '),
    },
  ];
  return (
    <ul class="deberes">
      {filas.flatMap(({ icono, que, valor }) =>
        valor
          ? [
              <li>
                <Icono nombre={icono} medida={22} />
                <p>
                  <span class="govuk-visually-hidden">{que}: </span>
                  {valor}
                </p>
              </li>,
            ]
          : [],
      )}
    </ul>
  );
}

/** What one may do about it, and all that it says. */
function QueHacer({ base, version, tramites }: PropsRut) {
  return (
    <section class="ficha">
      <h2 class="ficha__titulo">Si algo cambió</h2>
      <ul class="ficha__enlaces">
        {tramites.map((e) => (
          <li>
            <a href={e.href}>{e.texto}</a>
          </li>
        ))}
        <li>
          <a href={`${base}/formulario`}>Ver el formulario 001 completo</a>
        </li>
        <li>
          <a href={`${base}/versiones`}>Ver las versiones anteriores</a>
          <span class="nota-en-linea">Esta es la versión {version.numero}</span>
        </li>
      </ul>
    </section>
  );
}
