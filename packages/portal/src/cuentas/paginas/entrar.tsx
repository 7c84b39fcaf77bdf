import { avisoDeEspera, type SinEmitir } from '../../plataforma/index.ts';
import {
  Boton,
  CampoCodigo,
  camposDe,
  CampoTexto,
  Formulario,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
  TextoInset,
  type Valores,
  Aviso,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { enlace } from '../enlaces.ts';
import { CODIGO_PARA_ENTRAR, codigoQueLlego, DOCUMENTO_PROPIO } from '../preguntas.ts';
import { AvisoDemostracion, Enviado, FormularioLlave } from './piezas.tsx';

interface Props {
  valores?: Valores;
  errores?: Record<string, string>;
  recuperado?: boolean;
  demostracion: boolean;
}

export function paginaEntrar({ valores = {}, errores = {}, recuperado, demostracion }: Props): string {
  return renderizarPagina(
    <Pagina
      titulo="Entrar"
      encabezado="Entre con su documento"
      migas={[{ texto: 'Inicio', href: '/' }]}
      islas={['llave']}
      errores={errores}
    >
      {recuperado ? (
        <TextoInset>
          Su sesión se había cerrado. Entre de nuevo y seguirá donde iba; lo que escribió está guardado.
        </TextoInset>
      ) : null}
      <Formulario accion="/entrar">
        <Preguntar pregunta={DOCUMENTO_PROPIO} {...{ valores, errores }} />
        <CampoTexto
          nombre="contrasena"
          error={errores.contrasena}
          etiqueta="Contraseña"
          ayuda="Si todavía no tiene, o no la recuerda, déjela vacía y pida un código."
          tipo="password"
          autocompletar="current-password"
          ortografia={false}
        />
        <GrupoDeBotones>
          <Boton>Entrar</Boton>
          <Boton variante="secundario" accion="/entrar/pedir-codigo">
            Enviarme un código
          </Boton>
        </GrupoDeBotones>
      </Formulario>
      <FormularioLlave
        modo="uso"
        accion="/entrar/llave"
        opciones="/entrar/llave/opciones"
        boton="Entrar con llave de acceso"
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/entrar/recuperar">
          Perdí el correo, la contraseña o el celular
        </a>
      </p>
      <p class="govuk-body">
        ¿Todavía no tiene RUT?{' '}
        <a class="govuk-link" href="/rut/inscripcion">
          Inscríbase
        </a>
      </p>
      {demostracion ? <AvisoDemostracion /> : null}
    </Pagina>,
  );
}

export const paginaCodigo = (o: {
  errores?: Record<string, string>;
  espere?: SinEmitir;
  canal?: 'correo' | 'sms';
  demostracion: boolean;
}) =>
  renderizarPagina(
    <Pagina titulo="Escriba el código" indexable={false} volver="/entrar" errores={o.errores}>
      <p class="govuk-body">
        {o.espere
          ? 'Si ese documento tiene RUT, el último código que se envió sirve por diez minutos, donde se pidió.'
          : `Si ese documento tiene RUT, le enviamos un código al ${o.canal === 'sms' ? 'celular' : 'correo'} registrado.`}{' '}
        Puede tardar un minuto; mire también en el correo no deseado.
      </p>
      {o.espere ? <Aviso tipo="importante">{avisoDeEspera(o.espere)}</Aviso> : null}
      {o.espere?.tipo === 'agotado' ? (
        <p class="govuk-body">
          También puede entrar con su contraseña o su llave de acceso, o desde un navegador donde ya entró
          antes: esos códigos se cuentan aparte.{' '}
          <a class="govuk-link" href="/entrar/recuperar">
            Ver otras formas de entrar
          </a>
        </p>
      ) : null}
      <Formulario accion="/entrar/codigo">
        <Preguntar pregunta={CODIGO_PARA_ENTRAR} errores={o.errores ?? {}} />
        <Boton>Entrar</Boton>
      </Formulario>
      {o.demostracion ? <AvisoDemostracion /> : null}
    </Pagina>,
  );

export interface PropsSegundo {
  errores?: Record<string, string>;
  /** What the account can answer with. */
  totp: boolean;
  llaves: number;
  otroCanal: 'correo' | 'sms' | undefined;
  /** The code through the other channel was asked for. */
  enviado?: 'enviado' | SinEmitir;
  demostracion: boolean;
}

/** The second factor. What was lost has a way around it, and the page says it. */
export function paginaSegundo(o: PropsSegundo): string {
  const errores = o.errores ?? {};
  const campo = camposDe({ errores });
  const canal = o.otroCanal === 'sms' ? 'celular' : 'correo';
  return renderizarPagina(
    <Pagina
      titulo="Un paso más"
      encabezado="Un paso más para entrar"
      volver="/entrar"
      islas={['llave']}
      errores={errores}
    >
      {o.llaves > 0 ? (
        <>
          <p class="govuk-body">Use la llave de acceso de su dispositivo.</p>
          <FormularioLlave
            modo="uso"
            accion="/entrar/segundo/llave"
            opciones="/entrar/segundo/opciones"
            boton="Usar mi llave de acceso"
          />
        </>
      ) : null}
      <Formulario accion="/entrar/segundo">
        <CampoCodigo
          {...campo.texto('codigo')}
          etiqueta={o.totp ? 'Código de su aplicación' : 'Código de recuperación'}
          ayuda={
            o.totp
              ? 'Los seis números de su aplicación de códigos, o uno de sus códigos de recuperación.'
              : 'Uno de los diez que guardó.'
          }
        />
        <Boton>Entrar</Boton>
      </Formulario>
      {o.otroCanal ? (
        <>
          <h2 class="govuk-heading-m">¿No lo tiene a la mano?</h2>
          <Formulario accion="/entrar/segundo/enviar">
            <p class="govuk-body">Le enviamos un código al {canal} que tiene en el RUT.</p>
            <Boton variante="secundario">Enviar un código al {canal}</Boton>
          </Formulario>
          {o.enviado ? (
            <Formulario accion="/entrar/segundo/otro-canal">
              <Enviado enviado={o.enviado} />
              <Preguntar pregunta={codigoQueLlego(o.otroCanal)} errores={errores} />
              <Boton>Entrar</Boton>
            </Formulario>
          ) : null}
          <p class="govuk-body">
            <a class="govuk-link" href="/entrar/recuperar">
              Tampoco puedo con eso
            </a>
          </p>
        </>
      ) : null}
      {o.demostracion ? <AvisoDemostracion /> : null}
    </Pagina>,
  );
}

/** Each thing that can be lost, and the way that is left. */
export function paginaRecuperar(o: {
  valores?: Valores;
  errores?: Record<string, string>;
  demostracion: boolean;
}): string {
  const errores = o.errores ?? {};
  const cita = enlace('citas.pedir');
  return renderizarPagina(
    <Pagina titulo="Recuperar su cuenta" volver="/entrar" islas={['llave']} errores={errores}>
      <h2 class="govuk-heading-m">No recuerdo la contraseña, o nunca tuve</h2>
      <p class="govuk-body">
        <a class="govuk-link" href="/entrar">
          Escriba su documento y pida un código al correo
        </a>
        . Con él entra y crea la contraseña.
      </p>
      <h2 class="govuk-heading-m">No puedo abrir el correo</h2>
      <p class="govuk-body">Le enviamos el código al celular que tiene en el RUT.</p>
      <Formulario accion="/entrar/recuperar">
        <Preguntar pregunta={DOCUMENTO_PROPIO} valores={o.valores ?? {}} errores={errores} />
        <Boton variante="secundario">Enviar un código al celular</Boton>
      </Formulario>
      <FormularioLlave
        modo="uso"
        accion="/entrar/llave"
        opciones="/entrar/llave/opciones"
        boton="Entrar con llave de acceso"
      />
      <h2 class="govuk-heading-m">Perdí el celular o la aplicación de códigos</h2>
      <p class="govuk-body">
        Entre con su contraseña y, en el segundo paso, use un código de recuperación, o pida que le enviemos
        uno por el otro canal: al correo o al celular.
      </p>
      <h2 class="govuk-heading-m">No me queda nada de eso</h2>
      <p class="govuk-body">
        Un funcionario comprueba quién es usted por videollamada y registra otro correo (videoatención, caso
        8). Tenga a la mano su documento.
      </p>
      {cita ? (
        <p class="govuk-body">
          <a class="govuk-link" href={cita}>
            Pedir la cita
          </a>
        </p>
      ) : (
        <p class="govuk-body">Esta oficina todavía no da esas citas en línea.</p>
      )}
      {o.demostracion ? <AvisoDemostracion /> : null}
    </Pagina>,
  );
}
