import type { ComponentChildren } from 'preact';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  CampoCodigo,
  camposDe,
  CampoTexto,
  Formulario,
  ListaResumen,
  type Miga,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../interfaz/index.ts';
import { AYUDA_CONTRASENA_NUEVA } from '../contrasenas/index.ts';
import type { SesionAbierta } from '../../plataforma/index.ts';
import type { Factores } from '../factores.ts';
import type { Llave } from '../llaves/index.ts';
import { FormularioLlave } from './piezas.tsx';
import { CodigoQr } from './qr.tsx';

/** Where the pages of an account stand: of a taxpayer (`/cuenta`) or of an official (`/mesa/cuenta`). */
export interface Lugar {
  base: string;
  migas: readonly Miga[];
}

export interface PropsSeguridad {
  lugar: Lugar;
  factores: Factores;
  llaves: readonly Llave[];
  sesiones: readonly SesionAbierta[];
  /** The one that is being used. */
  actual: string;
  /** Further rows: e-mail, phone, authorised people. */
  filas?: readonly { rotulo: string; valor: ComponentChildren; href: string; oculto: string }[];
  aviso?: string;
}

/** What the account can be entered with, and where it is open. */
export function paginaSeguridad(o: PropsSeguridad): string {
  const { lugar, factores: f } = o;
  const fila = (
    rotulo: string,
    valor: ComponentChildren,
    href: string,
    oculto: string,
    texto = 'Cambiar',
  ) => ({
    rotulo,
    valor,
    acciones: [{ href, texto, oculto }],
  });
  return renderizarPagina(
    <Pagina titulo="Su cuenta" ancho="ancha" migas={o.lugar.migas}>
      {o.aviso ? <Aviso tipo="exito">{o.aviso}</Aviso> : null}
      <ListaResumen
        titulo="Cómo entra"
        filas={[
          fila(
            'Contraseña',
            f.contrasena ? 'Tiene' : 'Todavía no tiene: entra con un código al correo',
            `${lugar.base}/contrasena`,
            'la contraseña',
            f.contrasena ? 'Cambiar' : 'Crear',
          ),
          fila(
            'Aplicación de códigos',
            f.totp ? 'Puesta: se la pedimos al entrar' : 'No tiene',
            `${lugar.base}/autenticador`,
            'la aplicación de códigos',
            f.totp ? 'Quitar' : 'Poner',
          ),
          fila(
            'Códigos de recuperación',
            f.codigos > 0 ? `Le quedan ${f.codigos}` : 'No tiene',
            `${lugar.base}/codigos`,
            'códigos de recuperación',
            'Hacer nuevos',
          ),
          fila(
            'Llaves de acceso',
            o.llaves.length > 0 ? o.llaves.map((l) => <div>{l.nombre}</div>) : 'No tiene',
            `${lugar.base}/llaves`,
            'las llaves de acceso',
            o.llaves.length > 0 ? 'Cambiar' : 'Poner',
          ),
          ...(o.filas ?? []).map((x) => fila(x.rotulo, x.valor, x.href, x.oculto)),
        ]}
      />
      <h2 class="govuk-heading-m">Dónde está abierta</h2>
      <Tabla
        titulo="Sesiones abiertas"
        tituloOculto
        columnas={[
          { titulo: 'Dispositivo' },
          { titulo: 'Abierta' },
          { titulo: 'Último uso' },
          { titulo: 'Cerrar' },
        ]}
        filas={o.sesiones.map((s) => [
          `${s.dispositivo || 'Dispositivo sin nombre'}${s.id === o.actual ? ' (esta)' : ''}`,
          formatearFechaHora(s.creadaEn),
          formatearFechaHora(s.usadaEn),
          s.id === o.actual ? (
            'Use «Salir»'
          ) : (
            <Formulario accion={`${lugar.base}/sesiones/cerrar`} ocultos={{ una: s.id }}>
              <Boton variante="enlace">
                Cerrar
                <span class="govuk-visually-hidden"> la de {s.dispositivo || 'dispositivo sin nombre'}</span>
              </Boton>
            </Formulario>
          ),
        ])}
      />
      {o.sesiones.length > 1 ? (
        <Formulario accion={`${lugar.base}/sesiones/cerrar`}>
          <Boton variante="secundario">Cerrar todas las demás</Boton>
        </Formulario>
      ) : null}
    </Pagina>,
  );
}

export const paginaContrasena = (o: { lugar: Lugar; tiene: boolean; errores?: Record<string, string> }) =>
  renderizarPagina(
    <Pagina
      titulo={o.tiene ? 'Cambiar la contraseña' : 'Crear la contraseña'}
      migas={o.lugar.migas}
      errores={o.errores}
    >
      <Formulario accion={`${o.lugar.base}/contrasena`}>
        <CampoTexto
          {...camposDe({ errores: o.errores ?? {} }).texto('contrasena')}
          etiqueta="Contraseña nueva"
          ayuda={AYUDA_CONTRASENA_NUEVA}
          tipo="password"
          autocompletar="new-password"
          ortografia={false}
        />
        <CampoTexto
          {...camposDe({ errores: o.errores ?? {} }).texto('otra')}
          etiqueta="Escríbala otra vez"
          tipo="password"
          autocompletar="new-password"
          ortografia={false}
        />
        <p class="govuk-body">
          Al guardarla se cierran las sesiones que tenga abiertas en otros dispositivos.
        </p>
        <Boton>Guardar</Boton>
      </Formulario>
    </Pagina>,
  );

export const paginaAutenticador = (o: {
  lugar: Lugar;
  /** `otpauth://…` */
  direccion: string;
  secreto: string;
  errores?: Record<string, string>;
}) =>
  renderizarPagina(
    <Pagina titulo="Poner una aplicación de códigos" migas={o.lugar.migas} errores={o.errores}>
      <p class="govuk-body">
        Instale en su celular una aplicación de códigos (por ejemplo Aegis, Google Authenticator o Microsoft
        Authenticator) y lea con ella este código QR.
      </p>
      <p>
        <CodigoQr
          texto={o.direccion}
          nombre="Código QR para la aplicación de códigos; la clave está escrita abajo"
        />
      </p>
      <p class="govuk-body">
        Si no puede leerlo, escriba en la aplicación esta clave:{' '}
        <code class="huella">{enGrupos(o.secreto)}</code>
      </p>
      <Formulario accion={`${o.lugar.base}/autenticador`}>
        <CampoCodigo
          {...camposDe({ errores: o.errores ?? {} }).texto('codigo')}
          etiqueta="Código que muestra la aplicación"
          ayuda="Seis números. Cambian cada treinta segundos."
        />
        <Boton>Poner</Boton>
      </Formulario>
    </Pagina>,
  );

const enGrupos = (secreto: string): string => secreto.replace(/(.{4})(?=.)/g, '$1 ');

export const paginaQuitarAutenticador = (o: { lugar: Lugar }) =>
  renderizarPagina(
    <Pagina titulo="Quitar la aplicación de códigos" migas={o.lugar.migas}>
      <p class="govuk-body">
        Después de quitarla no se la pediremos al entrar. Sus códigos de recuperación también dejan de servir.
      </p>
      <Formulario accion={`${o.lugar.base}/autenticador/quitar`}>
        <Boton variante="peligro">Quitar</Boton>
      </Formulario>
    </Pagina>,
  );

/** Shown once: the office keeps only their hashes. */
export const paginaCodigosNuevos = (o: { lugar: Lugar; codigos: readonly string[]; aviso?: string }) =>
  renderizarPagina(
    <Pagina titulo="Guarde sus códigos de recuperación" migas={o.lugar.migas}>
      {o.aviso ? <Aviso tipo="exito">{o.aviso}</Aviso> : null}
      <p class="govuk-body">
        Con cada uno entra una vez si pierde el celular. Imprímalos o cópielos y guárdelos donde no esté su
        celular. No los volveremos a mostrar.
      </p>
      <ul class="govuk-list">
        {o.codigos.map((c) => (
          <li>
            <code class="huella">{c}</code>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={o.lugar.base}>
          Ya los guardé
        </a>
      </p>
    </Pagina>,
  );

export const paginaHacerCodigos = (o: { lugar: Lugar; quedan: number }) =>
  renderizarPagina(
    <Pagina titulo="Códigos de recuperación" migas={o.lugar.migas}>
      <p class="govuk-body">
        {o.quedan > 0
          ? `Le quedan ${o.quedan}. Al hacer nuevos, los anteriores dejan de servir.`
          : 'Son diez códigos de un solo uso, para entrar si pierde el celular.'}
      </p>
      <Formulario accion={`${o.lugar.base}/codigos`}>
        <Boton>Hacer códigos nuevos</Boton>
      </Formulario>
    </Pagina>,
  );

export const paginaLlaves = (o: {
  lugar: Lugar;
  llaves: readonly Llave[];
  errores?: Record<string, string>;
}) =>
  renderizarPagina(
    <Pagina titulo="Llaves de acceso" islas={['llave']} migas={o.lugar.migas} errores={o.errores}>
      <p class="govuk-body">
        Con una llave de acceso entra y confirma con su huella, su cara o el código de su dispositivo, sin
        escribir contraseñas. Sirve solo en esta oficina: nadie puede pedírsela desde otra página.
      </p>
      <noscript>
        <p class="govuk-body">
          Para poner una llave de acceso su navegador necesita JavaScript. Todo lo demás no.
        </p>
      </noscript>
      <Tabla
        titulo="Sus llaves"
        columnas={[
          { titulo: 'Nombre' },
          { titulo: 'Puesta' },
          { titulo: 'Último uso' },
          { titulo: 'Quitar' },
        ]}
        vacia="Todavía no tiene llaves de acceso."
        filas={o.llaves.map((l) => [
          l.nombre,
          formatearFechaHora(l.creadaEn),
          l.usadaEn ? formatearFechaHora(l.usadaEn) : 'Todavía no',
          <Formulario accion={`${o.lugar.base}/llaves/quitar`} ocultos={{ llave: l.id }}>
            <Boton variante="enlace">
              Quitar<span class="govuk-visually-hidden"> {l.nombre}</span>
            </Boton>
          </Formulario>,
        ])}
      />
      <FormularioLlave
        modo="alta"
        accion={`${o.lugar.base}/llaves`}
        opciones={`${o.lugar.base}/llaves/opciones`}
        boton="Poner una llave de acceso"
      >
        <CampoTexto
          {...camposDe({ errores: o.errores ?? {} }).texto('nombre')}
          etiqueta="Nombre, para distinguirla"
          ayuda="Por ejemplo, «Mi celular»."
          ancho={20}
        />
      </FormularioLlave>
    </Pagina>,
  );
