import { definidos } from '@autogestion/normas/definidos';
import type { ComponentChildren } from 'preact';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  CampoCodigo,
  camposDe,
  CampoTexto,
  FormularioPost,
  ListaResumen,
  Pagina,
  renderizarPagina,
  ResumenErrores,
  Tabla,
  type Miga,
  type Persona,
} from '../../interfaz/index.ts';
import type { SesionAbierta } from '../cuenta/sesiones.ts';
import type { Factores } from '../factores.ts';
import type { Llave } from '../llaves/index.ts';
import { FormularioLlave } from './piezas.tsx';
import { CodigoQr } from './qr.tsx';

/** Around the pages of an account, of a taxpayer (`/cuenta`) or of an official (`/mesa/cuenta`). */
export interface Marco {
  base: string;
  migas: readonly Miga[];
  persona: Persona;
  csrf: string;
}

interface PropsHoja {
  marco: Marco;
  titulo: string;
  errores?: Record<string, string>;
  ancho?: 'pregunta' | 'ancha';
  islas?: readonly string[];
  children: ComponentChildren;
}

export function Hoja({ marco, titulo, errores = {}, ancho = 'pregunta', islas = [], children }: PropsHoja) {
  return (
    <Pagina
      titulo={titulo}
      ancho={ancho}
      persona={marco.persona}
      migas={marco.migas}
      islas={islas}
      error={Object.keys(errores).length > 0}
    >
      <ResumenErrores errores={errores} />
      <h1 class="govuk-heading-l">{titulo}</h1>
      {children}
    </Pagina>
  );
}

export interface PropsSeguridad {
  marco: Marco;
  factores: Factores;
  llaves: readonly Llave[];
  sesiones: readonly SesionAbierta[];
  /** The one that is being used. */
  actual: string;
  /** Further rows: e-mail, phone, authorised people. */
  filas?: readonly { clave: string; valor: ComponentChildren; href: string; oculto: string }[];
  aviso?: string;
}

/** What the account can be entered with, and where it is open. */
export function paginaSeguridad(o: PropsSeguridad): string {
  const { marco, factores: f } = o;
  const fila = (
    clave: string,
    valor: ComponentChildren,
    href: string,
    oculto: string,
    texto = 'Cambiar',
  ) => ({
    clave,
    valor,
    acciones: [{ href, texto, oculto }],
  });
  return renderizarPagina(
    <Hoja marco={marco} titulo="Su cuenta" ancho="ancha">
      {o.aviso ? <Aviso tipo="exito">{o.aviso}</Aviso> : null}
      <ListaResumen
        titulo="Cómo entra"
        filas={[
          fila(
            'Contraseña',
            f.contrasena ? 'Tiene' : 'Todavía no tiene: entra con un código al correo',
            `${marco.base}/contrasena`,
            'la contraseña',
            f.contrasena ? 'Cambiar' : 'Crear',
          ),
          fila(
            'Aplicación de códigos',
            f.totp ? 'Puesta: se la pedimos al entrar' : 'No tiene',
            `${marco.base}/autenticador`,
            'la aplicación de códigos',
            f.totp ? 'Quitar' : 'Poner',
          ),
          fila(
            'Códigos de recuperación',
            f.codigos > 0 ? `Le quedan ${f.codigos}` : 'No tiene',
            `${marco.base}/codigos`,
            'códigos de recuperación',
            'Hacer nuevos',
          ),
          fila(
            'Llaves de acceso',
            o.llaves.length > 0 ? o.llaves.map((l) => <div>{l.nombre}</div>) : 'No tiene',
            `${marco.base}/llaves`,
            'las llaves de acceso',
            o.llaves.length > 0 ? 'Cambiar' : 'Poner',
          ),
          ...(o.filas ?? []).map((x) => fila(x.clave, x.valor, x.href, x.oculto)),
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
            <FormularioPost
              accion={`${marco.base}/sesiones/cerrar`}
              csrf={marco.csrf}
              ocultos={{ una: s.id }}
            >
              <Boton variante="enlace">
                Cerrar
                <span class="govuk-visually-hidden"> la de {s.dispositivo || 'dispositivo sin nombre'}</span>
              </Boton>
            </FormularioPost>
          ),
        ])}
      />
      {o.sesiones.length > 1 ? (
        <FormularioPost accion={`${marco.base}/sesiones/cerrar`} csrf={marco.csrf}>
          <Boton variante="secundario">Cerrar todas las demás</Boton>
        </FormularioPost>
      ) : null}
    </Hoja>,
  );
}

export const paginaContrasena = (o: { marco: Marco; tiene: boolean; errores?: Record<string, string> }) =>
  renderizarPagina(
    <Hoja
      marco={o.marco}
      titulo={o.tiene ? 'Cambiar la contraseña' : 'Crear la contraseña'}
      {...definidos({ errores: o.errores })}
    >
      <FormularioPost accion={`${o.marco.base}/contrasena`} csrf={o.marco.csrf}>
        <CampoTexto
          {...camposDe({ errores: o.errores ?? {} }).texto('contrasena')}
          etiqueta="Contraseña nueva"
          ayuda="Diez caracteres o más. Lo más fácil de recordar y difícil de adivinar son varias palabras sin relación entre sí. No hacen falta signos ni números."
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
      </FormularioPost>
    </Hoja>,
  );

export const paginaAutenticador = (o: {
  marco: Marco;
  /** `otpauth://…` */
  direccion: string;
  secreto: string;
  errores?: Record<string, string>;
}) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo="Poner una aplicación de códigos" {...definidos({ errores: o.errores })}>
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
      <FormularioPost accion={`${o.marco.base}/autenticador`} csrf={o.marco.csrf}>
        <CampoCodigo
          {...camposDe({ errores: o.errores ?? {} }).texto('codigo')}
          etiqueta="Código que muestra la aplicación"
          ayuda="Seis números. Cambian cada treinta segundos."
        />
        <Boton>Poner</Boton>
      </FormularioPost>
    </Hoja>,
  );

const enGrupos = (secreto: string): string => secreto.replace(/(.{4})(?=.)/g, '$1 ');

export const paginaQuitarAutenticador = (o: { marco: Marco }) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo="Quitar la aplicación de códigos">
      <p class="govuk-body">
        Después de quitarla no se la pediremos al entrar. Sus códigos de recuperación también dejan de servir.
      </p>
      <FormularioPost accion={`${o.marco.base}/autenticador/quitar`} csrf={o.marco.csrf}>
        <Boton variante="peligro">Quitar</Boton>
      </FormularioPost>
    </Hoja>,
  );

/** Shown once: the office keeps only their hashes. */
export const paginaCodigosNuevos = (o: { marco: Marco; codigos: readonly string[]; aviso?: string }) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo="Guarde sus códigos de recuperación">
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
        <a class="govuk-link" href={o.marco.base}>
          Ya los guardé
        </a>
      </p>
    </Hoja>,
  );

export const paginaHacerCodigos = (o: { marco: Marco; quedan: number }) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo="Códigos de recuperación">
      <p class="govuk-body">
        {o.quedan > 0
          ? `Le quedan ${o.quedan}. Al hacer nuevos, los anteriores dejan de servir.`
          : 'Son diez códigos de un solo uso, para entrar si pierde el celular.'}
      </p>
      <FormularioPost accion={`${o.marco.base}/codigos`} csrf={o.marco.csrf}>
        <Boton>Hacer códigos nuevos</Boton>
      </FormularioPost>
    </Hoja>,
  );

export const paginaLlaves = (o: {
  marco: Marco;
  llaves: readonly Llave[];
  errores?: Record<string, string>;
}) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo="Llaves de acceso" islas={['llave']} {...definidos({ errores: o.errores })}>
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
          <FormularioPost
            accion={`${o.marco.base}/llaves/quitar`}
            csrf={o.marco.csrf}
            ocultos={{ llave: l.id }}
          >
            <Boton variante="enlace">
              Quitar<span class="govuk-visually-hidden"> {l.nombre}</span>
            </Boton>
          </FormularioPost>,
        ])}
      />
      <FormularioLlave
        modo="alta"
        accion={`${o.marco.base}/llaves`}
        opciones={`${o.marco.base}/llaves/opciones`}
        csrf={o.marco.csrf}
        boton="Poner una llave de acceso"
      >
        <CampoTexto
          {...camposDe({ errores: o.errores ?? {} }).texto('nombre')}
          etiqueta="Nombre, para distinguirla"
          ayuda="Por ejemplo, «Mi celular»."
          ancho={20}
        />
      </FormularioLlave>
    </Hoja>,
  );
