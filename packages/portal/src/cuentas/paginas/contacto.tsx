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
  TextoInset,
} from '../../interfaz/index.ts';
import type { Formulario } from '../../plataforma/index.ts';
import type { Que } from '../contacto/cambiar-contacto.ts';
import type { CambioPorDeshacer } from '../contacto/deshacer-cambio.ts';
import { AvisoDemostracion } from './piezas.tsx';
import { Hoja, type Marco } from './seguridad.tsx';

const NOMBRE = { correo: 'correo', telefono: 'celular' } as const;

export const paginaContacto = (o: { marco: Marco; correo: string; telefono: string | undefined }) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo="Correo y celular">
      <ListaResumen
        filas={[
          {
            clave: 'Correo',
            valor: o.correo,
            acciones: [{ href: `${o.marco.base}/correo`, oculto: 'el correo' }],
          },
          {
            clave: 'Celular',
            valor: o.telefono ?? 'No tiene',
            acciones: [{ href: `${o.marco.base}/telefono`, oculto: 'el celular' }],
          },
        ]}
      />
    </Hoja>,
  );

/** The new value, and what follows from it (ET 563, 565 and 566-1). */
export const paginaCambiar = (o: {
  marco: Marco;
  que: Que;
  valores?: Formulario;
  errores?: Record<string, string>;
}) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo={`Cambiar el ${NOMBRE[o.que]}`} errores={o.errores ?? {}}>
      {o.que === 'correo' ? (
        <TextoInset>
          Desde que lo cambie, los actos de la administración se le notifican en el correo nuevo, y al correo
          nuevo llegan los códigos para entrar. Por 72 horas le pediremos algo más que el correo para firmar.
        </TextoInset>
      ) : (
        <TextoInset>Al celular nuevo llegarán los códigos que pida por mensaje de texto.</TextoInset>
      )}
      <FormularioPost accion={`${o.marco.base}/${o.que}`} csrf={o.marco.csrf}>
        <CampoTexto
          {...camposDe({ valores: o.valores ?? {}, errores: o.errores ?? {} }).texto('nuevo')}
          etiqueta={o.que === 'correo' ? 'Correo nuevo' : 'Celular nuevo'}
          tipo={o.que === 'correo' ? 'email' : 'tel'}
          autocompletar={o.que === 'correo' ? 'email' : 'tel'}
          ortografia={false}
        />
        <p class="govuk-body">
          Le enviaremos un código para comprobar que es suyo, y un aviso al {NOMBRE[o.que]} anterior.
        </p>
        <Boton>Enviar el código</Boton>
      </FormularioPost>
    </Hoja>,
  );

export const paginaCodigoDeContacto = (o: {
  marco: Marco;
  que: Que;
  nuevo: string;
  espere?: boolean;
  errores?: Record<string, string>;
  demostracion: boolean;
}) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo="Escriba el código" errores={o.errores ?? {}}>
      <p class="govuk-body">
        {o.espere ? 'Hace menos de un minuto enviamos un código a ' : 'Enviamos un código a '}
        <strong>{o.nuevo}</strong>.
      </p>
      <FormularioPost
        accion={`${o.marco.base}/${o.que}/codigo`}
        csrf={o.marco.csrf}
        ocultos={{ nuevo: o.nuevo }}
      >
        <CampoCodigo {...camposDe({ errores: o.errores ?? {} }).texto('codigo')} etiqueta="Código" />
        <Boton>Cambiar el {NOMBRE[o.que]}</Boton>
      </FormularioPost>
      {o.demostracion ? <AvisoDemostracion /> : null}
    </Hoja>,
  );

export const paginaContactoCambiado = (o: { marco: Marco; que: Que; titular: string }) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo={`Cambió el ${NOMBRE[o.que]}`}>
      <Aviso tipo="exito">
        {`Su RUT tiene una versión nueva con el ${NOMBRE[o.que]} que escribió. Avisamos al anterior.`}
      </Aviso>
      <p class="govuk-body">
        <a class="govuk-link" href={`/de/${o.titular}/rut`}>
          Ver su RUT
        </a>
      </p>
    </Hoja>,
  );

/** Reached from the notice to the old address, without signing in. */
export const paginaDeshacer = (o: { csrf: string; cambio: CambioPorDeshacer | undefined; accion: string }) =>
  renderizarPagina(
    <Pagina titulo="Deshacer el cambio" indexable={false}>
      <h1 class="govuk-heading-l">Deshacer el cambio</h1>
      {o.cambio ? (
        <FormularioPost accion={o.accion} csrf={o.csrf}>
          <p class="govuk-body">
            El {NOMBRE[o.cambio.que]} del RUT volverá a ser {o.cambio.antes || 'ninguno'}. También se cierran
            las sesiones abiertas y dejan de valer la contraseña, los factores y los permisos puestos después
            del cambio.
          </p>
          <Boton variante="peligro">Deshacer el cambio</Boton>
        </FormularioPost>
      ) : (
        <p class="govuk-body">
          Este enlace ya se usó, venció a las 72 horas o no está completo. Si no puede entrar,{' '}
          <a class="govuk-link" href="/entrar/recuperar">
            vea cómo recuperar su cuenta
          </a>
          .
        </p>
      )}
    </Pagina>,
  );

export const paginaDeshecho = () =>
  renderizarPagina(
    <Pagina titulo="El cambio se deshizo" indexable={false}>
      <h1 class="govuk-heading-l">El cambio se deshizo</h1>
      <p class="govuk-body">
        Entre con un código al correo de siempre, cree otra contraseña y revise quién ha actuado con sus
        datos.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/entrar">
          Entrar
        </a>
      </p>
    </Pagina>,
  );
