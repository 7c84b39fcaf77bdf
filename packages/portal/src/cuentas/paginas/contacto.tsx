import { avisoDeEspera, type SinEmitir } from '../../plataforma/index.ts';
import {
  Aviso,
  Boton,
  camposDe,
  CampoTexto,
  Formulario,
  ListaResumen,
  Pagina,
  renderizarPagina,
  TextoInset,
  type Valores,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import type { Que } from '../contacto/cambiar-contacto.ts';
import { CODIGO_DE_CONTACTO, CONTACTO_NUEVO } from '../preguntas.ts';
import { AvisoDemostracion } from './piezas.tsx';
import type { Lugar } from './seguridad.tsx';

const NOMBRE = { correo: 'correo', telefono: 'celular' } as const;

export const paginaContacto = (o: { lugar: Lugar; correo: string; telefono: string | undefined }) =>
  renderizarPagina(
    <Pagina titulo="Correo y celular" migas={o.lugar.migas}>
      <ListaResumen
        filas={[
          {
            rotulo: 'Correo',
            valor: o.correo,
            acciones: [{ href: `${o.lugar.base}/correo`, oculto: 'el correo' }],
          },
          {
            rotulo: 'Celular',
            valor: o.telefono ?? 'No tiene',
            acciones: [{ href: `${o.lugar.base}/telefono`, oculto: 'el celular' }],
          },
        ]}
      />
    </Pagina>,
  );

/** The new value, and what follows from it (ET 563, 565 and 566-1). */
export const paginaCambiar = (o: {
  lugar: Lugar;
  que: Que;
  valores?: Valores;
  errores?: Record<string, string>;
}) =>
  renderizarPagina(
    <Pagina titulo={`Cambiar el ${NOMBRE[o.que]}`} migas={o.lugar.migas} errores={o.errores}>
      {o.que === 'correo' ? (
        <TextoInset>
          Desde que lo cambie, los actos de la administración se le notifican en el correo nuevo, y al correo
          nuevo llegan los códigos para entrar. Por 72 horas le pediremos algo más que el correo para firmar.
        </TextoInset>
      ) : (
        <TextoInset>Al celular nuevo llegarán los códigos que pida por mensaje de texto.</TextoInset>
      )}
      <Formulario accion={`${o.lugar.base}/${o.que}`}>
        <Preguntar {...CONTACTO_NUEVO[o.que]} valores={o.valores ?? {}} errores={o.errores ?? {}} />
        <p class="govuk-body">
          Le enviaremos un código para comprobar que es suyo, y un aviso al {NOMBRE[o.que]} anterior.
        </p>
        <Boton>Enviar el código</Boton>
      </Formulario>
    </Pagina>,
  );

export const paginaCodigoDeContacto = (o: {
  lugar: Lugar;
  que: Que;
  nuevo: string;
  espere?: SinEmitir;
  errores?: Record<string, string>;
  demostracion: boolean;
}) =>
  renderizarPagina(
    <Pagina titulo="Escriba el código" migas={o.lugar.migas} errores={o.errores}>
      <p class="govuk-body">
        {o.espere ? 'Escriba el último código que enviamos a ' : 'Enviamos un código a '}
        <strong>{o.nuevo}</strong>.
      </p>
      {o.espere ? <Aviso tipo="importante">{avisoDeEspera(o.espere)}</Aviso> : null}
      <Formulario accion={`${o.lugar.base}/${o.que}/codigo`} ocultos={{ nuevo: o.nuevo }}>
        <Preguntar pregunta={CODIGO_DE_CONTACTO} errores={o.errores ?? {}} />
        <Boton>Cambiar el {NOMBRE[o.que]}</Boton>
      </Formulario>
      {o.demostracion ? <AvisoDemostracion /> : null}
    </Pagina>,
  );

export const paginaContactoCambiado = (o: { lugar: Lugar; que: Que; titular: string }) =>
  renderizarPagina(
    <Pagina titulo={`Cambió el ${NOMBRE[o.que]}`} migas={o.lugar.migas}>
      <Aviso tipo="exito">
        {`Su RUT tiene una versión nueva con el ${NOMBRE[o.que]} que escribió. Avisamos al anterior.`}
      </Aviso>
      <p class="govuk-body">
        <a class="govuk-link" href={`/de/${o.titular}/rut`}>
          Ver su RUT
        </a>
      </p>
    </Pagina>,
  );

/** Reached from the notice to the old address, without signing in. Nothing happens until its code is written. */
export const paginaDeshacer = (o: { valores?: Valores; errores?: Record<string, string> }) =>
  renderizarPagina(
    <Pagina titulo="Deshacer un cambio" indexable={false} errores={o.errores}>
      <p class="govuk-body">
        Le avisamos que cambió el correo o el celular de su RUT, y usted no lo cambió. Al deshacerlo vuelve el
        de antes. También se cierran las sesiones abiertas, y dejan de valer la contraseña, los factores y los
        permisos puestos después del cambio.
      </p>
      <Formulario accion="/deshacer">
        <CampoTexto
          {...camposDe({ valores: o.valores ?? {}, errores: o.errores ?? {} }).texto('codigo')}
          etiqueta="Código del mensaje"
          ayuda="Cuatro grupos de letras y números. Si el mensaje solo trae un enlace, cópielo y péguelo aquí."
          ortografia={false}
        />
        <Boton variante="peligro">Deshacer el cambio</Boton>
      </Formulario>
      <p class="govuk-body">
        Si no tiene el mensaje o ya pasaron 72 horas,{' '}
        <a class="govuk-link" href="/entrar/recuperar">
          vea cómo recuperar su cuenta
        </a>
        .
      </p>
    </Pagina>,
  );

export const paginaDeshecho = () =>
  renderizarPagina(
    <Pagina titulo="El cambio se deshizo" indexable={false}>
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
